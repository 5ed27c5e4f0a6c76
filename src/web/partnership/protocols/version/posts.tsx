import type { PostsOfRole } from "../../../../domain/difference/who/who-is-of-a-level.ts";
import { quoted } from "../../../../domain/protocol/told/table/row.ts";
import { counted } from "../../../kit/dates.ts";
import { type Html, raw } from "../../../kit/html.ts";
import { say, sayAny, startingLarge } from "../../../kit/say.tsx";
import { Section } from "../../../kit/text.tsx";

/** The posts of the directory that a version asks for, and where nobody holds them; nothing where it asks for none. */
export const Posts = ({
	posts,
	nameOf,
}: {
	posts: readonly PostsOfRole[];
	/** The name of an agency. */
	nameOf: (agency: string) => string;
}): Html =>
	posts.length === 0 ? (
		raw("")
	) : (
		<Section id="posts" title={say`Posts that it asks for`}>
			<p class="govuk-body">{say`Posts are held in the directory. Where nobody who is there holds one or is of a higher
				level, whoever answers for the agency may step in, so nothing stops; but that may not
				be whom this protocol means.`}</p>
			<ul class="govuk-list govuk-list--bullet">
				{posts.map((each) => (
					<li>{sayPosts(each, nameOf)}</li>
				))}
			</ul>
		</Section>
	);

const sayPosts = (
	{ role, posts, heldByNobody, nobodyIn }: PostsOfRole,
	nameOf: (agency: string) => string,
): string =>
	[
		`${startingLarge(role.called)}: ${sayAny(posts.map(quoted))}.`,
		...(heldByNobody.length > 0
			? [
					heldByNobody.length === posts.length && posts.length > 1
						? say`Nobody in the directory holds any of these posts.`
						: say`Nobody in the directory holds the post ${sayAny(heldByNobody.map(quoted))}.`,
				]
			: []),
		...(nobodyIn.length > 0
			? [
					posts.length === 1
						? say`In ${counted(nobodyIn.length, "agency", "agencies")} nobody holds it or is of a higher level: ${nobodyIn.map(nameOf).join("; ")}.`
						: say`In ${counted(nobodyIn.length, "agency", "agencies")} nobody holds one of these or is of a higher level: ${nobodyIn.map(nameOf).join("; ")}.`,
				]
			: []),
	].join(" ");
