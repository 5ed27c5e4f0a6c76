import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { calendarTitles } from "../../../domain/calendar/calendar.ts";
import type { RunningClock } from "../../../domain/difference/difference.ts";
import type { ClockChange } from "../../../domain/difference/events.ts";
import {
	type ClockEntry,
	clockHistory,
	reasonIn,
} from "../../../domain/difference/told/clock-history.ts";
import { sayStart } from "../../../domain/difference/told/whats-next.ts";
import { sayDoer } from "../../../domain/difference/told/words.ts";
import { clockRule, type Strength, strengthOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { dayInWords, sayDue, weekdayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayWhole } from "../../kit/say.tsx";
import { WhyThisDate } from "../../kit/why-this-date.tsx";

const strengths = (): Record<Strength, string[]> => ({
	hard: [],
	soft: [
		say`This is a target: the protocol asks for it where it is possible. After it nobody is late.`,
	],
	indicative: [say`This is a target, and only shown. After it nobody is late.`],
	may: [say`This time may be used, and nobody has to use it.`],
});

const causes = (): Record<ClockChange, string> => ({
	extended: say`more time was given`,
	"brought-forward": say`it was asked for sooner`,
	resumed: say`it had stood still`,
	"depends-on": say`what it depends on was changed`,
	corrected: say`an answer that it goes by was put right`,
	version: say`the version of the protocol was changed`,
	calendar: say`the working days were changed`,
});

/** Why a clock of a difference is due when it is: what was counted by which calendar, and each date that it had before. */
export const WhyDue = ({
	opened,
	clock,
}: {
	opened: OpenedDifference;
	clock: RunningClock;
}): Html => {
	const { protocol, difference } = opened;
	const { due } = clock;
	return (
		<WhyThisDate
			start={sayStart(protocol, difference, opened, clock)}
			rule={due.rule}
			wording={clockRule(protocol, clock.clock)?.wording}
			counted={due.counted}
			skipped={due.skipped}
			calendar={say`${sayWhole(calendarTitles[due.calendar] ?? due.calendar)}, version ${due.version}`}
			due={sayDue(due)}
			provisional={due.provisional}
			before={clockHistory(opened.entries, clock.clock).map((entry) => sayChange(opened, entry))}
			notes={strengths()[strengthOf(protocol, clock)]}
		/>
	);
};

/** A date that it had, until when and why; who moved it, or let the time stand still, and for what reason. */
function sayChange(opened: OpenedDifference, entry: ClockEntry): string {
	const on = dayInWords(londonTime(entry.at).toPlainDate());
	const by = entry.by && sayDoer(opened.protocol, opened, entry.by);
	const said =
		entry.type === "clock-paused"
			? say`On ${on} the time was stopped`
			: say`${weekdayInWords(entry.was)}, until ${on}: ${causes()[entry.how]}`;
	const reason = reasonIn(entry);
	return [said, by && say`by ${by}`, reason && say`because: ${reason}`].filter(Boolean).join(", ");
}
