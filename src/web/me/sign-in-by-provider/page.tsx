import { paths } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

type Given = { frame: PageFrame /** The provider, as it stands on its button. */; name: string };

export const ProviderAwayPage = ({ frame, name }: Given): Html => (
	<Layout frame={frame} title={say`${name} does not answer`}>
		<p class="govuk-body">{say`You cannot sign in there just now. Try again in a few minutes. If you have a password
			for Concord, ${<Link href={paths.signIn}>{say`sign in with it`}</Link>}.`}</p>
	</Layout>
);

export const ProviderRefusedPage = ({
	frame,
	name,
	again,
}: Given & { /** Where to begin once more. */ again: string }): Html => (
	<Layout frame={frame} title={say`You are not signed in`}>
		<p class="govuk-body">{say`Signing in at ${name} was not finished, or took too long.
			${<Link href={again}>{say`Try again`}</Link>}. If it happens again, ask whoever looks
			after computers at your work.`}</p>
	</Layout>
);

export const UnknownHerePage = ({ frame, name }: Given): Html => (
	<Layout frame={frame} title={say`Concord does not know you yet`}>
		<p class="govuk-body">{say`You signed in at ${name}, but Concord cannot tell who you are here by the work address
			that it gave. Ask whoever looks after Concord for your agency which address they have
			for you.`}</p>
		<p class="govuk-body">{say`If you have a password for Concord, or were invited with another address,
			${<Link href={paths.signIn}>{say`sign in with that`}</Link>}.`}</p>
	</Layout>
);
