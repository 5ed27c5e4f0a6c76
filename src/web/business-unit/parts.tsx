import { workingDaysPath } from "../calendar/addresses.ts";
import { paths } from "../paths.ts";
import type { Html } from "../ui/html.ts";
import type { PageFrame } from "../ui/page-frame.ts";
import { SubNavigation } from "../ui/sub-navigation.tsx";
import { colleaguesPath } from "../your-settings/addresses.ts";

/** Between the desk and the log. */
export const Parts = ({ frame }: { frame: PageFrame }): Html => (
	<SubNavigation
		label="Business Unit"
		path={frame.path}
		items={[
			{ text: "Desk", href: paths.businessUnit },
			{ text: "Log of forms", href: `${paths.businessUnit}/log` },
			{ text: "Working days", href: workingDaysPath },
			{ text: "Who is away", href: colleaguesPath },
		]}
	/>
);
