import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sentIn } from "../../../actions/receipts.ts";
import { seesAllReading, seesOwnReading } from "../../../domain/people/record-watch.ts";
import { receiptsPath, whoLookedAtPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { Bullets, Link, Section } from "../../kit/text.tsx";

/** What proves what was sent, and who looked; nothing for whoever has neither. */
export const ProofOf = ({ opened }: { opened: OpenedDifference }): Html => {
	const { header, viewer } = opened;
	const items = [
		...(sentIn(opened).length > 0
			? [<Link href={receiptsPath(header.id)}>Receipts of what was sent</Link>]
			: []),
		...(seesOwnReading(viewer) || seesAllReading(viewer)
			? [<Link href={whoLookedAtPath(header.id)}>Who looked at this</Link>]
			: []),
	];
	return (
		<>
			{items.length > 0 && (
				<Section id="proof" title="Receipts and reading">
					<Bullets items={items} />
				</Section>
			)}
		</>
	);
};
