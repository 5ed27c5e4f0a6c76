/** The addresses of protocols and their versions. */
export const protocolPaths = {
	list: "/protocols",
	new: "/protocols/new",
	keepNew: "/protocols/new/draft",
	check: "/protocols/check",
	version: (id: string) => `/protocols/${id}`,
	file: (id: string) => `/protocols/${id}/file`,
	copy: (id: string) => `/protocols/${id}/copy`,
	edit: (id: string) => `/protocols/${id}/edit`,
	keep: (id: string) => `/protocols/${id}/draft`,
	compare: (id: string, other?: string) =>
		`/protocols/${id}/compare${other ? `?with=${other}` : ""}`,
	simulate: (id: string) => `/protocols/${id}/simulate`,
	lastYear: (id: string) => `/protocols/${id}/last-year`,
	propose: (id: string) => `/protocols/${id}/propose`,
	decide: (id: string) => `/protocols/${id}/decide`,
	withdraw: (id: string) => `/protocols/${id}/withdraw`,
} as const;
