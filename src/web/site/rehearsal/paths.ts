import { paths } from "../../paths.ts";

/** Where forms of the rehearsal go; they answer in rehearsals only. */
export const rehearsalPaths = {
	signIn: `${paths.rehearsal}/sign-in`,
	jump: `${paths.rehearsal}/jump`,
} as const;
