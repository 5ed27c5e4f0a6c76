import type { Linked } from "../../store/differences.ts";
import { differencePath } from "../addresses.ts";
import { govukInsetText } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { Link } from "../kit/text.tsx";

/**
 * That the same agency has other open differences about a child of the same name and date of birth; nothing where there
 * are none.
 *
 * @param says the sentence before their references
 */
export const SameChild = ({ says, alike }: { says: string; alike: readonly Linked[] }): Html => (
	<>
		{alike.length > 0 &&
			govukInsetText({
				html: (
					<>
						{says}:{" "}
						{alike.map(({ id, reference }, index) => (
							<>
								{index > 0 && ", "}
								<Link href={differencePath(id)}>{reference}</Link>
							</>
						))}
						.
					</>
				),
			})}
	</>
);
