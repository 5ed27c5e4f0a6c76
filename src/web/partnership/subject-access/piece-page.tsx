import type { LookedAt, Request } from "../../../actions/subject-access.ts";
import { grounds } from "../../../domain/subject-access/pieces.ts";
import { londonTime } from "../../../domain/time.ts";
import { subjectAccessPaths } from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { PieceForm } from "../../parts/piece-form.tsx";
import { sayRequest } from "./page.tsx";

/** One piece: what it says, what is proposed and why, and what is given of it. */
export const PiecePage = ({
	frame,
	form,
	request,
	piece,
	number,
	whole,
}: {
	frame: PageFrame;
	form: FormState;
	request: Request;
	piece: LookedAt;
	number: number;
	whole: number;
}): Html => (
	<Layout
		frame={frame}
		title={piece.title}
		caption={say`${sayRequest(request)}. Piece ${number} of ${whole}, ${piece.of}`}
		errors={form.errors}
		back={{ text: say`All pieces`, href: subjectAccessPaths.one(request.id) }}
	>
		<p class="govuk-hint">
			{piece.about}
			{piece.at && `, ${sayDate(londonTime(piece.at).toPlainDate().toString())}`}
		</p>
		<PieceForm
			frame={frame}
			form={form}
			piece={piece}
			grounds={grounds}
			toldTo={say`The person is told this`}
			file={subjectAccessPaths.file(request.id, number)}
		/>
	</Layout>
);
