import type { Finding } from "../../../domain/running/finding.ts";
import type { PartnershipSize } from "../../../store/installation.ts";
import type { Partnership } from "../../../store/partnerships.ts";
import { howYouSignInPath, paths } from "../../addresses.ts";
import { secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { Findings } from "../../parts/findings.tsx";

/** What an operator sees: how much there is in each partnership, and nothing of what it is. */
export const InstallationPage = ({
	frame,
	partnerships,
	findings,
	backup,
}: {
	frame: PageFrame;
	partnerships: readonly { partnership: Partnership; address: string; size: PartnershipSize }[];
	findings: readonly Finding[];
	/** When the last good backup ended, in words. */
	backup: string;
}): Html => (
	<Layout frame={frame} title={say`This installation`} width="full">
		<Section id="partnerships" title={say`Partnerships`}>
			<table class="govuk-table concord-stacks">
				<caption class="govuk-visually-hidden">{say`How much there is in each partnership`}</caption>
				<thead class="govuk-table__head">
					<tr class="govuk-table__row">
						{columns().map(([title]) => (
							<th scope="col" class="govuk-table__header">
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody class="govuk-table__body">
					{partnerships.map(({ partnership, address, size }) => (
						<tr class="govuk-table__row">
							{columns().map(([title, say], nth) =>
								nth === 0 ? (
									<th scope="row" class="govuk-table__header govuk-!-text-break-word">
										{partnership.name}
										<br />
										<span class="govuk-hint">{address}</span>
									</th>
								) : (
									<td class="govuk-table__cell" data-label={title}>
										{say(size)}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
			<p class="govuk-body">{say`Another is added with “concord partnership create” on the machine itself.`}</p>
		</Section>
		<Section id="running" title={say`How Concord is running`}>
			<Findings findings={findings} />
			<p class="govuk-body">{backup}</p>
		</Section>
		<p class="govuk-body">{say`You show a passkey or a code beside your password.
			${<Link href={howYouSignInPath}>{say`How you sign in`}</Link>}`}</p>
		<PostForm frame={frame} action={paths.signOut}>
			<input type="hidden" name="sure" value="yes" />
			{secondaryButton({ text: say`Sign out`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const columns = (): readonly [title: string, say: (size: PartnershipSize) => string][] => [
	[say`Partnership`, () => ""],
	[say`Agencies`, ({ agencies }) => String(agencies)],
	[say`People`, ({ people }) => String(people)],
	[say`Can sign in`, ({ withAccount }) => String(withAccount)],
	[say`Differences`, ({ differences }) => String(differences)],
	[say`Open`, ({ openDifferences }) => String(openDifferences)],
	[say`Mail waiting`, ({ messagesWaiting }) => String(messagesWaiting)],
	[say`Mail not arrived`, ({ messagesFailed }) => String(messagesFailed)],
];
