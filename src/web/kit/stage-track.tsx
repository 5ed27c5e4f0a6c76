import type { Html } from "./html.ts";
import { say } from "./say.tsx";
import { Unseen } from "./text.tsx";

export type TrackStage = {
	/** As the protocol numbers it; some stages have none. */
	number?: number | undefined;
	title: string;
	state: "done" | "current" | "ended" | "left" | "not-reached" | "skipped" | "not-used" | "earlier";
	/** When it was: "30 March to 2 April 2026", "since 9 April 2026". */
	dates?: string | undefined;
	/** Of a stage that is repeated: "manager, 1 of 3". */
	round?: string | undefined;
};

const words = (): Record<TrackStage["state"], string> => ({
	done: say`Done`,
	current: say`Now`,
	ended: say`Ended here`,
	left: say`Left unfinished`,
	"not-reached": say`Not reached`,
	skipped: say`Skipped`,
	"not-used": say`Not used`,
	earlier: say`Earlier`,
});

/**
 * Where a difference stands among its protocol's stages. It is a list, drawn as a track:
 * across where there is room, down where there is not. The words say all that the picture does.
 */
export const StageTrack = ({
	stages,
	label = say`Stages`,
	called = say`Stage`,
}: {
	stages: readonly TrackStage[];
	label?: string;
	/** What the protocol calls a numbered one. */
	called?: string;
}): Html => (
	<ol class="concord-track" aria-label={label}>
		{stages.map((stage) => (
			<li
				class={`concord-track__stage concord-track__stage--${stage.state}`}
				aria-current={stage.state === "current" ? "step" : undefined}
			>
				<Marker {...stage} />
				<div class="concord-track__words">
					<span class="concord-track__title">
						{stage.number !== undefined && (
							<Unseen>
								{called} {stage.number}:{" "}
							</Unseen>
						)}
						{stage.title}
					</span>
					<span class="concord-track__state">
						{words()[stage.state]}
						{stage.dates && <span class="concord-track__dates">{`, ${stage.dates}`}</span>}
						{stage.round && <span class="concord-track__dates">{`, ${stage.round}`}</span>}
					</span>
				</div>
			</li>
		))}
	</ol>
);

/** It is over with these, and they did not do what they are for: a stroke, no tick. */
const unticked: TrackStage["state"][] = ["ended", "left", "skipped", "not-used"];

const Marker = ({ number, state }: TrackStage): Html => (
	<svg
		class="concord-track__marker"
		width="32"
		height="32"
		viewBox="0 0 32 32"
		aria-hidden="true"
		focusable="false"
	>
		<circle cx="16" cy="16" r="14" />
		{state === "done" ? (
			<path d="M9.5 16.5l4.5 4.5 8.5-10" />
		) : unticked.includes(state) ? (
			<path d="M10 16h12" />
		) : number === undefined ? (
			<circle class="concord-track__dot" cx="16" cy="16" r="4" />
		) : (
			<text x="16" y="21" text-anchor="middle">
				{number}
			</text>
		)}
	</svg>
);
