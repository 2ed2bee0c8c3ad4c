#include "export/templateexporter.h"

namespace Lectern {

namespace {

/// A note for each article, with front matter that Obsidian and its like read.
const char *const obsidian = R"({{#articles}}
---
title: {{#json}}{{{title}}}{{/json}}{{#untitled}}
untitled: true{{/untitled}}
authors: [{{#authors}}{{#json}}{{{name}}}{{/json}}{{^last}}, {{/last}}{{/authors}}]
outlet: {{#json}}{{{outlet}}}{{/json}}
published: {{#json}}{{{date}}}{{/json}}
url: {{#json}}{{{url}}}{{/json}}
file: {{#json}}{{{path}}}{{/json}}
sha256: {{#json}}{{{sha256}}}{{/json}}
tags: [{{#tags}}{{#json}}{{{name}}}{{/json}}{{^last}}, {{/last}}{{/tags}}]
---
{{#passages}}

{{#lines}}
> {{line}}{{^last}}\{{/last}}
{{/lines}}

— {{citation}}
{{#note}}

{{note}}
{{/note}}
{{/passages}}
{{/articles}}
{{! kind: markdown }}
)";

/// To be input in a document that is set with LuaLaTeX or XeLaTeX.
const char *const latex = R"({{#passages}}
\begin{quote}
{{#lines}}{{line}}{{^last}}\par {{/last}}{{/lines}}\footnote{ {{citation}} }
\end{quote}
{{#note}}

{{note}}
{{/note}}

{{/passages}}
{{! kind: latex }}
)";

/// A page to hand out: the quotations of each article below its headline.
const char *const handout = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Quotations</title>
<style>
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 Charis SIL, Georgia, serif; }
h2 { margin: 2em 0 .2em; font-size: 1.25em; }
.source { margin: 0 0 1em; color: #555; }
blockquote { margin: 0 0 1em; padding-inline-start: 1em; border-inline-start: 3px solid #ccc; white-space: pre-wrap; }
</style>
</head>
<body>
{{#articles}}
<h2>{{title}}{{#untitled}} (untitled){{/untitled}}</h2>
<p class="source">{{names}}{{#outlet}} · {{outlet}}{{/outlet}}{{#date}} · {{date}}{{/date}}{{#url}} · {{url}}{{/url}}</p>
{{#passages}}
<blockquote dir="auto">{{quote}}{{#paragraph}} <small>¶ {{paragraph}}</small>{{/paragraph}}</blockquote>
{{#note}}
<p>{{note}}</p>
{{/note}}
{{/passages}}
{{/articles}}
</body>
</html>
{{! kind: html }}
)";

} // namespace

const std::vector<ShippedTemplate> &shippedTemplates()
{
    static const std::vector<ShippedTemplate> all{
        {QStringLiteral("obsidian"), QStringLiteral("Markdown notes with front matter"), QStringLiteral("md"),
         QString::fromUtf8(obsidian)},
        {QStringLiteral("latex"), QStringLiteral("LaTeX quotations"), QStringLiteral("tex"),
         QString::fromUtf8(latex)},
        {QStringLiteral("handout"), QStringLiteral("HTML handout"), QStringLiteral("html"),
         QString::fromUtf8(handout)},
    };
    return all;
}

} // namespace Lectern
