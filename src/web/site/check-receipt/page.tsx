import { type ReceiptFound, sayReceiptFound } from "../../../actions/receipts.ts";
import { inGroups } from "../../../chain/signed.ts";
import { londonTime } from "../../../domain/time.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukFileUpload, govukInput, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, speechNow } from "../../kit/say.tsx";

/** A form for a receipt, and what was found of the one that was sent. */
export const CheckReceiptPage = ({
	frame,
	form,
	found,
}: {
	frame: PageFrame;
	form: FormState;
	found: ReceiptFound | undefined;
}): Html => {
	const said = found && sayReceiptFound(found, { speech: speechNow() });
	return (
		<Layout frame={frame} title={said?.title ?? say`Check a receipt`} errors={form.errors}>
			{said && <p class="govuk-body-l">{said.says}</p>}
			{found?.receipt && <WhatItSays receipt={found.receipt} />}
			{said ? (
				<h2 class="govuk-heading-m">{say`Check another`}</h2>
			) : (
				<p class="govuk-body">{say`A receipt says what was sent in a difference, to whom and when. Choose the file that
					ends with .json. It is looked at and not kept, and you are told only what is in it.`}</p>
			)}
			<PostForm frame={frame} takesFiles>
				{govukInput({
					...textField(form, "reference"),
					label: {
						text: say`Reference it is said to be for (optional)`,
						classes: "govuk-label--s",
					},
					hint: { text: say`Such as HV-7K4P2` },
					classes: "govuk-input--width-10",
					autocomplete: "off",
				})}
				{govukFileUpload({
					id: "file",
					name: "_files",
					label: { text: say`The receipt`, classes: "govuk-label--s" },
					...(form.errors.file && { errorMessage: form.errors.file }),
				})}
				{govukButton({ text: say`Check`, preventDoubleClick: true })}
			</PostForm>
		</Layout>
	);
};

const WhatItSays = ({ receipt }: { receipt: NonNullable<ReceiptFound["receipt"]> }): Html => {
	const { "concord-receipt": says, key } = receipt;
	const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
	return govukSummaryList({
		rows: [
			row(say`Partnership`, says.partnership),
			row(say`Reference`, says.reference),
			row(say`What`, says.what),
			row(say`From`, says.by),
			row(say`To`, says.to),
			row(say`Recorded at`, sayMoment(londonTime(says.at))),
			...says.submitted.map(({ act, sha256 }) => row(say`SHA-256 of act ${act}`, inGroups(sha256))),
			row(say`Key that signed it`, inGroups(key.fingerprint)),
		],
	});
};
