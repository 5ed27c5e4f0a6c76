import { londonTime } from "../../../domain/time.ts";
import type { findDisposed } from "../../../store/disposals.ts";
import { paths } from "../../addresses.ts";
import { dayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";

/** Instead of a difference whose time was over: that it is gone, and whom to ask. */
export const DisposedPage = ({
	frame,
	disposed: { reference, disposedAt },
}: {
	frame: PageFrame;
	disposed: NonNullable<Awaited<ReturnType<typeof findDisposed>>>;
}): Html => (
	<Layout
		frame={frame}
		title={say`${reference} was disposed of`}
		back={{ text: say`Differences`, href: paths.differences }}
	>
		<p class="govuk-body">{say`${reference} was disposed of on ${dayInWords(londonTime(disposedAt).toPlainDate())},
			under the partnership’s retention schedule. Nothing of it can be brought back.`}</p>
		<p class="govuk-body">{say`What your agency put on the child’s own record is not part of Concord and was not
			touched. The Business Unit has the certificate.`}</p>
	</Layout>
);
