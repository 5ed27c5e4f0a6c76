import { colleaguesPath, paths, workingDaysPath } from "../addresses.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { SubNavigation } from "../kit/sub-navigation.tsx";

/** Between the desk and the log. */
export const Parts = ({ frame }: { frame: PageFrame }): Html => (
	<SubNavigation
		label="Business Unit"
		path={frame.path}
		items={[
			{ text: "Desk", href: paths.businessUnit },
			{ text: "Log of forms", href: paths.logOfForms },
			{ text: "Working days", href: workingDaysPath },
			{ text: "Who is away", href: colleaguesPath },
		]}
	/>
);
