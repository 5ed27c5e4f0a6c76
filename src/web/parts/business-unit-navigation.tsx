import {
	agencyPaths,
	colleaguesPath,
	dataBreachesPath,
	learningPaths,
	paths,
	reportPaths,
	runningPath,
	workingDaysPath,
} from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { say } from "../kit/say.tsx";
import { SubNavigation } from "../kit/sub-navigation.tsx";

/** Between the desk and the log; to what the office alone arranges, for whoever holds it. */
export const Parts = ({
	frame,
	readOnly = false,
}: {
	frame: PageFrame;
	readOnly?: boolean;
}): Html => (
	<SubNavigation
		label={say`Business Unit`}
		path={frame.path}
		items={[
			{ text: say`Desk`, href: paths.businessUnit },
			{ text: say`Log of forms`, href: paths.logOfForms },
			{ text: say`Reports`, href: reportPaths.start },
			{ text: say`Lessons`, href: learningPaths.lessons },
			...(readOnly
				? []
				: [
						{ text: say`Working days`, href: workingDaysPath },
						{ text: say`Who is away`, href: colleaguesPath },
						{ text: say`Agencies`, href: agencyPaths.list },
						{ text: say`Data breaches`, href: dataBreachesPath },
						{ text: say`Running`, href: runningPath },
					]),
		]}
	/>
);
