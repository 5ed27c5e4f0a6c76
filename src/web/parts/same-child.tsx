import type { Linked } from "../../store/differences.ts";
import { differencePath } from "../addresses.ts";
import { govukInsetText } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { Link } from "../kit/text.tsx";

/** By what two are taken for one child, as it is said of the other. */
export const alikeBy = "of this name and date of birth, or with this identifier";

/**
 * That the same agency has other open differences about what may be the same child; nothing where there are none.
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
