/** The editor of a code cell: CodeMirror, fetched when a reader first wants to change code. */
import { autocompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  HighlightStyle,
  indentUnit,
  StreamLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { python } from "@codemirror/legacy-modes/mode/python";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Frame } from "../engine/cells-engine.ts";

export interface EditorOptions {
  readonly text: string;
  /** What the editor is called, for those who listen. */
  readonly label: string;
  readonly changed: () => void;
  readonly run: () => void;
  /** Names that could stand at a place: all, or the attributes of what a name stands for. */
  readonly complete: (of: string | null) => Promise<readonly string[]>;
}

export interface Editor {
  text(): string;
  /** Replaces the text, which can be undone. */
  replace(text: string): void;
  /** Marks where an error is; nothing takes the mark away. */
  mark(place: Frame | undefined): void;
  focus(): void;
}

const setMark = StateEffect.define<Frame | undefined>();
const faulty = Decoration.mark({ class: "cm-faulty" });
const faultyLine = Decoration.line({ class: "cm-faulty-line" });

/** The marked place; a change of the text takes the mark away. */
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const kept = transaction.docChanged ? Decoration.none : marks;
    const effect = transaction.effects.find((one) => one.is(setMark));
    return effect === undefined ? kept : decorations(transaction.state, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(state: EditorState, frame: Frame | undefined): DecorationSet {
  if (frame === undefined || frame.start.line > state.doc.lines) return Decoration.none;
  const line = state.doc.line(frame.start.line);
  const [from, to] = [offset(state, frame.start), offset(state, frame.end)];
  const marks = [faultyLine.range(line.from)];
  if (to > from) marks.push(faulty.range(from, to));
  return Decoration.set(marks);
}

/** Columns count characters, the editor counts halves of some. */
function offset(state: EditorState, { line, column }: Frame["start"]): number {
  const { from, text } = state.doc.line(Math.min(line, state.doc.lines));
  return from + [...text].slice(0, column - 1).join("").length;
}

const colors = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: "600" },
  { tag: tags.comment, color: "var(--text-soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.number, tags.bool], color: "var(--value-text)" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "transparent", fontSize: "inherit" },
  "&.cm-focused": { outline: "3px solid var(--value)", outlineOffset: "2px" },
  ".cm-content": { fontFamily: "inherit", padding: "0.75rem 0", caretColor: "var(--text)" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.5" },
  ".cm-gutters": {
    color: "var(--text-soft)",
    backgroundColor: "transparent",
    border: "0",
    paddingRight: "0.25rem",
  },
  ".cm-faulty": { textDecoration: "underline wavy var(--wrong-text)" },
  ".cm-faulty-line": { boxShadow: "inset 3px 0 0 var(--wrong-text)" },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--ground)",
    border: "1px solid var(--axis)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--ground)",
    backgroundColor: "var(--text)",
  },
});

/**
 * Opens an editor inside an element. It stands in a shadow tree, where its styles are sheets and not elements: the
 * page's policy allows no others.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: options.text, extensions: extensions(options) }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark: (frame) => view.dispatch({ effects: setMark.of(frame) }),
    focus: () => view.focus(),
  };
}

function extensions({ label, changed, run, complete }: EditorOptions) {
  const runs = () => {
    run();
    return true;
  };
  return [
    keymap.of([{ key: "Mod-Enter", run: runs }]),
    lineNumbers(),
    history(),
    bracketMatching(),
    EditorView.lineWrapping,
    StreamLanguage.define(python),
    indentUnit.of("    "),
    syntaxHighlighting(colors),
    autocompletion({ override: [(context) => completions(context, complete)], icons: false }),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    marked,
    theme,
    EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed();
    }),
  ];
}

async function completions(context: CompletionContext, complete: EditorOptions["complete"]) {
  const before = context.matchBefore(/(?:([A-Za-z_]\w*)\.)?\w*/);
  const [whole = "", name] = /^(?:(\w+)\.)?\w*$/.exec(before?.text ?? "") ?? [];
  if (before === null || (whole === "" && !context.explicit)) return null;
  const names = await complete(name ?? null);
  const from = name === undefined ? before.from : before.from + name.length + 1;
  return { from, options: names.map((label) => ({ label })), validFor: /^\w*$/ };
}
