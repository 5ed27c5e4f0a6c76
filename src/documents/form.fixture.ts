import type { FormDocument } from "./form.ts";

/** A form of about three pages with everything a form can hold. All names are invented. */
export const longForm: FormDocument = {
	title: "Resolving professional differences form",
	partnership: "Somerset Safeguarding Children Partnership",
	reference: "RPD-2026-0147",
	protocol: {
		title: "Resolving professional differences",
		version: "April 2021",
	},
	status:
		"Riverside Children's Social Care has responded; Oakfield Primary School decides by 27 April 2026 whether this is resolved.",
	handling:
		"Official – sensitive: personal information about a child. Share only with those who need it.",
	producedOn: "2026-04-22",
	decided: [],
	parts: [
		{
			title: "Part one: the difference",
			side: "Agency A: Oakfield Primary School",
			filledBy: {
				name: "Zoë Łukasiewicz",
				role: "Designated safeguarding lead",
				agency: "Oakfield Primary School",
				on: "2026-04-01",
			},
			signedOffBy: {
				name: "Siân Pŵel-Nguyễn",
				role: "Executive headteacher",
				agency: "Oakfield Primary School",
				on: "2026-04-02",
			},
			files: [
				{
					id: "5f0c6a52-2f0e-4a8e-9c53-0a1b2c3d4e5f",
					name: "Chronology March – façade.pdf",
					type: "pdf",
					size: 1_258_291,
					sha256: "0".repeat(64),
					by: "Zoë Łukasiewicz, Oakfield Primary School",
					on: "2026-04-01",
				},
			],
			sections: [
				{
					heading: "The child",
					fields: [
						{ label: "Name", value: "Tomos Example" },
						{ label: "Date of birth", value: "14 September 2018" },
						{ label: "Local identifier", value: "SYN-000-4471" },
						{ label: "Brothers and sisters", value: undefined },
						{
							label: "Plan or level of need",
							value: "Child in need plan since 12 January 2026",
						},
					],
				},
				{
					heading: "The difference",
					fields: [
						{
							label: "Themes",
							value: "Application of thresholds; timeliness of interventions",
						},
						{
							label: "What happened, and which decision you question",
							value:
								"The school made a referral on 2 March 2026 after Tomos came to school on four mornings without breakfast, in the same clothes, and told his teaching assistant that he had been at home alone with his sister overnight. The referral was closed on 5 March with advice to offer early help.\n\nA second referral on 16 March, with a chronology of eleven entries, led to a child in need visit on 23 March. The visit was announced, both children were seen together with their mother, and no further action was proposed. The school and the school nurse both believe that the threshold for a strategy discussion was met on 16 March at the latest.",
						},
						{
							label: "What this means for the child",
							value:
								"Tomos is tired, hungry and withdrawn. His attendance has fallen from 96% in the autumn to 71% since February. He has begun to hide food in his bag for his sister. Staff worry that he looks after her through the night, and that nobody would know if something happened to them.",
						},
						{
							label: "The outcome you want for the child",
							value:
								"A strategy discussion within days, with school, health and police; both children seen alone by a social worker; and a written plan that says who checks on them in the evenings.",
						},
						{
							label: "Is the child safe now?",
							value: "Yes, while staying with his aunt",
						},
						{
							label: "What was done to keep the child safe",
							value:
								"The aunt has agreed to have both children until 17 April. The school telephones her each morning. Children's Social Care was told of this by telephone on 30 March at 15:40.",
						},
					],
				},
				{
					heading: "What was tried before",
					fields: [
						{
							label: "Discussions and actions at stages 1 and 2",
							table: {
								columns: ["Date", "Stage", "Who talked", "What was said and agreed"],
								rows: [
									[
										"17 March 2026",
										"1",
										"Zoë Łukasiewicz with Adaeze Okonkwo, social worker",
										"The chronology was gone through entry by entry. The social worker saw neglect at the level of early help and would visit within the week. No agreement on a strategy discussion.",
									],
									[
										"24 March 2026",
										"1",
										"Zoë Łukasiewicz with Adaeze Okonkwo, social worker",
										"The visit had raised no concern. The school pointed out that the children had not been seen alone.",
									],
									[
										"26 March 2026",
										"2",
										"Gwilym Àrd, deputy head, with Priya Ramanathan, team manager",
										"The team manager would read the chronology and reply by 31 March. The reply, on 31 March, upheld the decision: the mother was working with early help, and a strategy discussion would be out of proportion.",
									],
								],
							},
						},
						{
							label: "Why this was not resolved",
							value:
								"The agencies read the same facts against the same threshold and come to different answers. For the school, two young children alone overnight is likely significant harm. For the team, it has not been established that they were alone, and the mother's account is plausible.",
						},
					],
				},
			],
		},
		{
			title: "Part two: the response",
			side: "Agency B: Riverside Children's Social Care",
			filledBy: {
				name: "Ngozi Adébáyọ̀-Smith",
				role: "Head of service, assessment and safeguarding",
				agency: "Riverside Children's Social Care",
				on: "2026-04-21",
			},
			signedOffBy: "awaited",
			files: [],
			sections: [
				{
					fields: [
						{ label: "Position", value: "Agrees in part" },
						{
							label: "Response to the difference",
							value:
								"I have read the record, talked to the social worker and the team manager, and visited the family with the social worker on 15 April. Seen alone, both children described nights without an adult in the house. That was not known on 5 March; it could have been known on 23 March if the children had been seen alone.\n\nThe decision of 5 March was in line with the information then held. The decision of 24 March was not: the chronology and the missing conversation with the children should have led to a strategy discussion. It was held on 16 April with school, health and police.",
						},
						{
							label: "Further actions",
							table: {
								columns: ["Action", "Owner", "By when", "State"],
								rows: [
									[
										"Section 47 enquiry, jointly with police",
										"Adaeze Okonkwo, social worker",
										"7 May 2026",
										"Begun",
									],
									[
										"Written agreement with the aunt on care until the enquiry ends",
										"Priya Ramanathan, team manager",
										"24 April 2026",
										"Begun",
									],
									[
										"Medical for both children",
										"Dr Elin Ŷstwyth, community paediatrician",
										"29 April 2026",
										"Booked",
									],
									[
										"School, health visitor and social worker talk every Friday until the enquiry ends",
										"Zoë Łukasiewicz, designated safeguarding lead",
										"From 24 April 2026",
										"Not begun",
									],
									[
										"Team meeting on seeing children alone at a first visit, with the outcome reported to the partnership at https://example.test/learning/2026/seeing-children-alone-at-a-first-visit-and-recording-it",
										"Ngozi Adébáyọ̀-Smith, head of service",
										"29 May 2026",
										"Not begun",
									],
								],
							},
						},
						{
							label: "Reasons for what is not agreed",
							value:
								"The first referral did not name the overnight absence; it was in the chronology sent on 16 March. Closing it with advice was open to the team on 5 March.",
						},
						{
							label: "Was the family told?",
							value: "Yes, on 17 April 2026, by the social worker",
						},
						{
							label: "Is it resolved for the raising agency?",
							value: undefined,
						},
					],
				},
			],
		},
	],
};
