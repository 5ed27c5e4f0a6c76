import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const bytesOf = (module: string): Buffer =>
	readFileSync(fileURLToPath(import.meta.resolve(module)));

await initWasm(bytesOf("@resvg/resvg-wasm/index_bg.wasm"));

const fontBuffers = ["400Regular/SourceSans3_400Regular", "700Bold/SourceSans3_700Bold"].map(
	(file) => bytesOf(`@expo-google-fonts/source-sans-3/${file}.ttf`),
);

/**
 * A drawing as PNG, for what shows no SVG. Its letters are those of the PDF.
 *
 * @param times how many points of the picture for one of the drawing
 */
export function pictureOf(svg: string, times: number): Buffer {
	const given = new Resvg(svg, {
		fitTo: { mode: "zoom", value: times },
		background: "#ffffff",
		font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
	});
	try {
		const drawn = given.render();
		try {
			return Buffer.from(drawn.asPng());
		} finally {
			drawn.free();
		}
	} finally {
		// Its points are megabytes that no collector sees: nothing frees them but this.
		given.free();
	}
}
