import type { Rules } from "../src/domain/difference/rules.ts";
import { rulesFrom } from "./somerset.fixture.ts";

/** The smallest protocol that runs, with stages of the test's own: for what no real protocol does yet. */
export const madeUpText = (stages: string, moves = "{}"): string => `protocol: made-up
version: "1"
title: Made up
partnership: Nowhere
calendar: england-and-wales
about: For tests.
safety: [{ if: a child is in danger, call: "999", name: the police }]
roles:
  practitioner: { level: practitioner, called: practitioner }
  business-unit: { office: business-unit, called: Business Unit }
themes: {}
fields:
  issue: { type: text, label: What is it? }
raise: { by: [practitioner], asks: [issue], start: stage one }
stages:
${stages.replace(/^/gm, "  ")}
moves: ${moves}
endings: { over: { title: Over } }
`;

export const madeUp = (stages: string, moves?: string): Rules =>
	rulesFrom(madeUpText(stages, moves));
