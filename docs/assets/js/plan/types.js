/**
 * What a reader's saved work looks like. These are the names in the saved file, which
 * /data/plan.schema.json describes; they change only with a new version number.
 *
 * @typedef {"done" | "na"} ItemState  Done, or not applicable; absent while it is open.
 *
 * @typedef {object} ItemEntry  What the reader entered on one item of a checklist.
 * @property {string} [text]  What the item says, of one that the kommune has added itself.
 * @property {ItemState} [state]
 * @property {string} [owner]  Position and workplace, never a name.
 * @property {string} [due]  A date, YYYY-MM-DD.
 * @property {string} [note]
 * @property {string} [hash]  The item's text when its state was set, as in sjekklister.json.
 * @property {string} [changed]  When the entry last changed, ISO 8601 in UTC.
 *
 * @typedef {"ja" | "delvis" | "nei" | "vet-ikke"} Answer
 *
 * @typedef {object} AnswerEntry  What the reader entered on one question of a decision.
 * @property {Answer} [answer]
 * @property {string} [reason]
 * @property {string} [hash]
 * @property {string} [changed]
 *
 * @typedef {object} KommuneAnswers  What one of several kommuner answers in a joint decision.
 * @property {string} kommune  Its name, as the reader wrote it; none stands twice in a plan.
 * @property {string} changed
 * @property {Record<string, AnswerEntry>} answers  By question id.
 *
 * @typedef {object} Plan
 * @property {"sjekkliste-plan"} format
 * @property {1} version
 * @property {string} id  Stays the same through copies and files, so that a file finds its plan.
 * @property {string} name
 * @property {string} kommuner
 * @property {string} caseNumber
 * @property {string} period
 * @property {string} location  Where the plan's own files lie.
 * @property {string} changed  ISO 8601 in UTC.
 * @property {Record<string, ItemEntry>} items  By item id.
 * @property {Record<string, AnswerEntry>} answers  By question id.
 * @property {string[]} [known]  Ids of the items that stood on the lists the reader has worked on.
 * @property {KommuneAnswers[]} [kommuneAnswers]  In the order of their names.
 *
 * @typedef {object} CatalogItem  An item as the site has it now, from sjekklister.json.
 * @property {string} id
 * @property {string} code
 * @property {string} text
 * @property {string} hash
 * @property {string[]} [formerly]  Ids that the item had before.
 * @property {Weight} [weighs]  Where each answer lands, of a question.
 *
 * @typedef {"for" | "against" | "unclear" | "in-place" | "missing"} Place
 * @typedef {{part: "should" | "condition"} & Record<Answer, Place>} Weight
 *
 * @typedef {object} CatalogList
 * @property {string} id
 * @property {string} code
 * @property {string} phase
 * @property {"checklist" | "decision"} kind
 * @property {string} title
 * @property {CatalogItem[]} items
 *
 * @typedef {object} Catalog
 * @property {CatalogList[]} checklists
 * @property {{code: string, unnamed: string} | undefined} [own]  What items are called that a kommune has added itself.
 *
 * @typedef {object} ReadError  Why something could not be read, in terms the interface puts words to.
 * @property {string} key  For example "not-json", "wrong-format", "newer-version", "bad-field".
 * @property {Record<string, string>} values  For example {field: "items.beslutning-mandat.due"}.
 */
export {};
