import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const fontFiles = ["400Regular/SourceSans3_400Regular", "700Bold/SourceSans3_700Bold"].map((file) =>
	fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`)),
);

/**
 * A drawing as PNG, for what shows no SVG. Its letters are those of the PDF.
 *
 * @param times how many points of the picture for one pixel: 2 is sharp in print
 */
export function pictureOf(svg: string, times = 2): Buffer {
	const drawn = new Resvg(svg, {
		fitTo: { mode: "zoom", value: times },
		background: "#ffffff",
		font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
	});
	return drawn.render().asPng();
}
