import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { acknowledgementOf, toBeSentOn } from "./acknowledgement.ts";
import { stepOf } from "./protocol.ts";

const { protocol } = somerset;

const acknowledged = (id: string, chosen: string) => {
	const outcome = stepOf(protocol, id).outcomes.find((each) => each.id === chosen);
	return outcome && acknowledgementOf(protocol, outcome);
};

test("a signed form is acknowledged as received: the Business Unit has it, and will say to whom it was sent", () => {
	const receipt = acknowledged("formal-resolution.sign-off", "signed");
	expect(receipt).toMatchObject({
		to: "raising",
		is: "receipt",
		step: { id: "formal-resolution.forward" },
	});
	expect(receipt && toBeSentOn(protocol, receipt)?.id).toBe("formal-resolution.respond");
});

test("a form that is forwarded is acknowledged as sent on: the other agency has it", () => {
	expect(acknowledged("formal-resolution.forward", "forwarded")).toMatchObject({
		to: "raising",
		is: "sent-on",
		step: { id: "formal-resolution.respond" },
	});
});

test("what does not say so acknowledges nothing", () => {
	expect(acknowledged("formal-resolution.sign-off", "returned")).toBeUndefined();
});
