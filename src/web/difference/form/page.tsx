import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { formsIn, partsOf } from "../../../documents/form-parts.ts";
import { type Form, stageTitle } from "../../../domain/protocol/protocol.ts";
import { differencePath, formPath } from "../../addresses.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { whereItStands } from "../../parts/difference/form-document-of.ts";
import { FilledInPart } from "../../parts/difference/form-part.tsx";
import { Identity } from "../../parts/difference/identity.tsx";
import { WhatWasDecided } from "../../parts/difference/what-was-decided.tsx";
import { safetyOf } from "../../parts/safety-of.ts";

type Given = { frame: PageFrame; opened: OpenedDifference };

/** A form with all its parts as they were filled in, to read, print or take away. */
export const FormPage = ({ frame, opened, form }: Given & { form: Form }): Html => (
	<FormLayout frame={frame} opened={opened} title={form.title}>
		<p class="govuk-body">{whereItStands(opened)}</p>
		<OtherForms opened={opened} form={form} />
		<ul class="govuk-list">
			<li>
				<a
					class="govuk-link"
					href={downloadPath(opened, form, "docx")}
				>{say`Download as a Word document`}</a>
			</li>
			<li>
				<a class="govuk-link" href={downloadPath(opened, form, "pdf")}>{say`Download as a PDF`}</a>
			</li>
		</ul>
		<WhatWasDecided opened={opened} />
		{partsOf(opened, form).map((part) => (
			<FilledInPart opened={opened} part={part} />
		))}
	</FormLayout>
);

/** Where a protocol has several forms, the way to the others. */
const OtherForms = ({ opened, form }: { opened: OpenedDifference; form: Form }): Html => (
	<ul class="govuk-list">
		{formsIn(opened)
			.filter(({ id }) => id !== form.id)
			.map(({ id, title }) => (
				<li>
					<a class="govuk-link" href={`${formPath(opened.header.id)}?form=${id}`}>
						{title}
					</a>
				</li>
			))}
	</ul>
);

const downloadPath = ({ header }: OpenedDifference, { id }: Form, extension: string): string =>
	`${formPath(header.id)}.${extension}?form=${id}`;

/** Said while nobody has sent the reader a form, or none may be used yet. */
export const NoFormPage = ({ frame, opened }: Given): Html => {
	const { stages } = opened.protocol;
	const first = stages.find(({ formsForbidden }) => !formsForbidden);
	return (
		<FormLayout frame={frame} opened={opened} title={say`There is no form yet`}>
			<p class="govuk-body">
				{first
					? say`The form is used from ${stageTitle(opened.protocol, first.id)} on. What is said before that is in the record.`
					: say`Nobody has filled in a form.`}
			</p>
		</FormLayout>
	);
};

const FormLayout = ({
	frame,
	opened,
	title,
	children,
}: Given & { title: string; children: Child }): Html => (
	<Layout
		frame={frame}
		title={`${title}, ${opened.header.reference}`}
		heading={title}
		caption={opened.header.reference}
		back={{
			href: differencePath(opened.header.id),
			text: say`Back to ${opened.header.reference}`,
		}}
		safety={safetyOf(opened.protocol)}
		above={<Identity opened={opened} />}
	>
		{children}
	</Layout>
);
