import { expect, test } from "vitest";
import { at, forwarded, somebody, somerset } from "../../../protocols/somerset.fixture.ts";
import { seal } from "../../domain/difference/acts/seal.ts";
import type { Actor } from "../../domain/people/viewer.ts";
import { noticeOf } from "./about-difference.ts";

const office = somebody("business-unit");
const officer: Actor = { ...office, id: "officer", offices: ["data-protection-officer"] };

test("that something sealed was opened leads whoever keeps the seal to the seals, and whoever was named to its page", () => {
	const course = forwarded();
	const given = { to: [office], answers: { "sealed-because": "A family matter" } };
	course.events.push(...seal(somerset, course.difference, given, officer, at("2026-03-05 10:00")));
	const linkFor = ({ id }: Actor) => {
		const told = noticeOf(
			{ partnership: "Somerset", address: "https://concord.example.org" },
			somerset.protocol,
			course.difference,
			{ to: { keepsSeal: "else-named" }, about: "opened-in-emergency" },
			{ id, name: "Sam" },
			{ raising: "Oakfield", receiving: "Larkhill" },
			[],
			"2026-03-05",
		);
		return "link" in told ? told.link : undefined;
	};
	expect(linkFor(officer)).toBe("https://concord.example.org/sealed");
	expect(linkFor(office)).toBe("https://concord.example.org/differences/d1");
});
