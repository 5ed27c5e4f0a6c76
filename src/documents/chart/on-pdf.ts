import type { Drawing, Shape } from "../../domain/drawing.ts";
import { ink, marksOf } from "./drawing.ts";

/**
 * A drawing on a page of a PDF, sharp at every size, its letters as letters.
 *
 * @param doc has the fonts `regular` and `bold`; who calls tags what is drawn as a figure with its sentence
 * @param place its top left corner and its width, in points
 * @returns its height there
 */
export function drawOnPdf(
	doc: PDFKit.PDFDocument,
	{ width, height, shapes }: Drawing,
	place: { x: number; y: number; width: number },
): number {
	const scale = place.width / width;
	doc.save().translate(place.x, place.y).scale(scale);
	for (const mark of marksOf(shapes)) draw(doc, mark);
	doc.restore();
	return height * scale;
}

function draw(doc: PDFKit.PDFDocument, mark: Shape): void {
	switch (mark.is) {
		case "bar":
			doc.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.fill.colour);
			break;
		case "line": {
			for (const [index, [x, y]] of mark.points.entries())
				if (index === 0) doc.moveTo(x, y);
				else doc.lineTo(x, y);
			if (mark.dashed) doc.dash(6, { space: 4 });
			doc.lineWidth(mark.width).lineJoin("round").stroke(mark.colour);
			doc.undash();
			break;
		}
		case "dot":
			doc.circle(mark.x, mark.y, mark.radius).lineWidth(2).fillAndStroke(mark.colour, "#ffffff");
			break;
		case "text": {
			doc
				.font(mark.bold ? "bold" : "regular")
				.fontSize(mark.size)
				.fillColor(mark.colour ?? ink.text);
			const wide = doc.widthOfString(mark.text);
			const back = mark.anchor === "end" ? wide : mark.anchor === "middle" ? wide / 2 : 0;
			doc.text(mark.text, mark.x - back, mark.y, { lineBreak: false, baseline: "alphabetic" });
		}
	}
}
