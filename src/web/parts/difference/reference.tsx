import { differencePath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { NotSafeTag } from "../../kit/status-tag.tsx";
import { Link } from "../../kit/text.tsx";

/** A difference in a list: that a child is not safe first, then its reference, and whom it is about where that has no column. */
export const Reference = ({
	id,
	reference,
	notSafe,
	whom,
}: {
	id: string;
	reference: string;
	notSafe: boolean;
	whom?: string | undefined;
}): Html => (
	<>
		{notSafe && (
			<>
				<NotSafeTag />
				<br />
			</>
		)}
		<Link href={differencePath(id)}>{reference}</Link>
		{whom && (
			<>
				<br />
				{whom}
			</>
		)}
	</>
);
