/** What a chart is drawn of, in pixels: the same shapes give an SVG, a picture or a page of a PDF. */
export type Drawing = { width: number; height: number; shapes: Shape[] };

export type Shape =
	| { is: "bar"; x: number; y: number; width: number; height: number; fill: Fill }
	| { is: "line"; points: [x: number, y: number][]; colour: string; width: number; dashed?: true }
	| { is: "dot"; x: number; y: number; radius: number; colour: string }
	| {
			is: "text";
			x: number;
			/** The foot of the letters. */
			y: number;
			text: string;
			/** At least 14, so that a chart as wide as a sheet still has letters of 10 points. */
			size: number;
			bold?: true;
			anchor?: "middle" | "end";
			colour?: string;
			/** A patch of this colour behind it. */
			on?: string;
	  };

/** How one group is told from another: by colour and, for who sees no colours, by what is drawn over it. */
export type Fill = { colour: string; letters: string; lines?: "rising" | "across" | "upright" };
