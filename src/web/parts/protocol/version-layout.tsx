import { protocolPaths } from "../../addresses.ts";
import type { FormErrors } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import type { Visit } from "./visit-version.ts";

/** What is around every page about one version: which one, and the way back to it. */
export const VersionLayout = ({
	frame,
	visit: { version, protocol },
	title,
	errors,
	width,
	back = protocolPaths.version(version.id),
	children,
}: {
	frame: PageFrame;
	visit: Visit;
	title: string;
	errors?: FormErrors | undefined;
	width?: "two-thirds" | "full";
	/** Where the way back leads; the version itself when left out. */
	back?: string;
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		caption={say`${protocol?.title ?? version.protocol}, version ${version.version}`}
		back={{ href: back }}
		errors={errors}
		width={width ?? "two-thirds"}
	>
		{children}
	</Layout>
);
