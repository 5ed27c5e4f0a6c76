import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { SubNavigation } from "../../kit/sub-navigation.tsx";
import { colleaguesPath } from "../../me/your-settings/addresses.ts";
import { paths } from "../../paths.ts";
import { workingDaysPath } from "../calendar/addresses.ts";

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
