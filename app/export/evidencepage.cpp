#include "export/evidencepage.h"

#include "export/htmlexporter.h"

namespace Lectern {

namespace {

/// Nothing is fetched and nothing is sent.
const char *const head =
    R"page(<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>
#check { margin: 0 0 3em; padding: 1em 1.25em; border: 2px dashed #999; border-radius: 8px; }
#check.over { border-color: #2a5db0; background: #f2f6fd; }
#check h1 { margin: 0 0 .3em; font-size: 1.25em; }
#check p { margin: .4em 0; }
.small { font: .8125em/1.5 Inter, sans-serif; color: #555; }
.verdict { margin: 0 0 .6em; padding: .3em .7em; border-inline-start: 4px solid #999; background: #f3f3f3; font: .875em/1.5 Inter, sans-serif; }
.verdict.identical { border-color: #2e7d32; background: #eef6ee; }
.verdict.changed { border-color: #b3261e; background: #fbeeed; }
</style>
)page";

const char *const top = R"page(<div id="check">
<h1>Check the sources</h1>
<p><label>Choose the files that the passages were cut from, or drop them here: <input type="file" id="files" multiple></label></p>
<p id="summary" role="status">No file has been checked yet.</p>
<p class="small">The page works without a network and sends nothing. An equal SHA-256 proves that a file has not changed since the passage was kept from it. It does not prove who wrote the file, that what it says is true, or when it was kept: whoever makes such a page can write any of that into it.</p>
</div>
)page";

const char *const script = R"page(<script>
"use strict";
const record = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent);
const passages = record.items.map(item => {
    const known = item["lectern:provenance"];
    const exact = target => target.selector.find(one => one.type === "TextQuoteSelector").exact;
    return {
        id: item.id,
        sha256: known["lectern:sha256"],
        name: (known["lectern:path"] || "").split("/").pop(),
        format: known["lectern:format"] || "",
        encoding: known["lectern:encoding"] || "utf-8",
        pieces: [].concat(item.target).map(exact),
        state: "unchecked",
    };
});

// Blanks and line breaks differ between a file and the text that was read from it; the words do not.
const bare = text => text.replace(/\s+/gu, "");

function wordsOf(bytes, passage) {
    let text;
    try {
        text = new TextDecoder(passage.encoding).decode(bytes);
    } catch {
        return null;
    }
    if (passage.format === "html")
        return bare(new DOMParser().parseFromString(text, "text/html").documentElement.textContent);
    return passage.format === "text" ? bare(text) : null;
}

function stands(bytes, passage) {
    const words = wordsOf(bytes, passage);
    if (words === null)
        return "unknown";
    let at = 0;
    for (const piece of passage.pieces) {
        const found = words.indexOf(bare(piece), at);
        if (found < 0)
            return "no";
        at = found + bare(piece).length;
    }
    return "yes";
}

const sentences = {
    identical: {
        yes: "Identical: this file is byte for byte the one that the passage was kept from, and its words stand in it.",
        no: "Identical: this file is byte for byte the one that the passage was kept from. This page does not find the words by itself; Lectern does.",
        unknown: "Identical: this file is byte for byte the one that the passage was kept from. This page does not look for words in files of this format.",
    },
    changed: {
        yes: "Changed: this file has the name, but not the bytes, of the one that the passage was kept from. The words still stand in it.",
        no: "Changed: this file has the name, but not the bytes, of the one that the passage was kept from. The words are not found in it.",
        unknown: "Changed: this file has the name, but not the bytes, of the one that the passage was kept from.",
    },
};

function show(passage, state, found, fileName) {
    if (passage.state === "identical" && state !== "identical")
        return;
    passage.state = state;
    const section = document.getElementById(passage.id);
    let verdict = section.querySelector(".verdict");
    if (!verdict) {
        verdict = document.createElement("p");
        section.prepend(verdict);
    }
    verdict.className = "verdict " + state;
    verdict.textContent = sentences[state][found] + " (" + fileName + ")";
}

async function lecternCheck(files) {
    const strangers = [];
    for (const file of files) {
        const bytes = await file.arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        const hash = Array.from(digest, byte => byte.toString(16).padStart(2, "0")).join("");
        const same = passages.filter(passage => passage.sha256 === hash);
        // Packed sources have a number in front of their name.
        const name = file.name.replace(/^\d+-/, "");
        const isNamed = passage => passage.name === file.name || passage.name === name;
        const other = passages.filter(passage => passage.sha256 !== hash && isNamed(passage));
        same.forEach(passage => show(passage, "identical", stands(bytes, passage), file.name));
        other.forEach(passage => show(passage, "changed", stands(bytes, passage), file.name));
        if (same.length + other.length === 0)
            strangers.push(file.name);
    }
    const count = state => passages.filter(passage => passage.state === state).length;
    document.getElementById("summary").textContent =
        `Of ${passages.length} passages, the source of ${count("identical")} is identical, of ${count("changed")} changed, of ${count("unchecked")} not checked yet.` +
        (strangers.length ? ` No passage is from ${strangers.join(", ")}.` : "");
}

const place = document.getElementById("check");
if (globalThis.crypto && crypto.subtle) {
    document.getElementById("files").addEventListener("change", event => lecternCheck(event.target.files));
    document.addEventListener("dragover", event => {
        event.preventDefault();
        place.classList.add("over");
    });
    document.addEventListener("dragleave", () => place.classList.remove("over"));
    document.addEventListener("drop", event => {
        event.preventDefault();
        place.classList.remove("over");
        lecternCheck(event.dataTransfer.files);
    });
} else {
    document.getElementById("files").disabled = true;
    document.getElementById("summary").textContent =
        "This browser does not compute SHA-256 for pages opened from a disk. Beside this page lies SHA256SUMS, which “sha256sum -c SHA256SUMS” checks.";
}
</script>
)page";

} // namespace

QByteArray evidencePage(const std::vector<Passage> &passages, const ExportOptions &options)
{
    return htmlPage(passages, options,
                    {QString::fromUtf8(head), QString::fromUtf8(top), QString::fromUtf8(script)})
        .toUtf8();
}

} // namespace Lectern
