#include "dialogs/verifydialog.h"

#include "dialogs/filedroparea.h"
#include "dialogs/verdictlist.h"
#include "export/citation.h"
#include "style/textlabel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace Lectern {

namespace {

QString wordOf(VerificationState state)
{
    switch (state) {
    case VerificationState::Identical:
        return VerifyDialog::tr("Identical");
    case VerificationState::UnchangedText:
        return VerifyDialog::tr("Same words, file changed elsewhere");
    case VerificationState::Moved:
        return VerifyDialog::tr("Moved");
    case VerificationState::Changed:
        return VerifyDialog::tr("Changed");
    case VerificationState::Missing:
        return VerifyDialog::tr("Source missing");
    }
    return {};
}

Verdict::Tone toneOf(VerificationState state)
{
    switch (state) {
    case VerificationState::Identical:
    case VerificationState::UnchangedText:
        return Verdict::Tone::Good;
    case VerificationState::Moved:
        return Verdict::Tone::Neutral;
    case VerificationState::Changed:
    case VerificationState::Missing:
        break;
    }
    return Verdict::Tone::Bad;
}

Verdict verdictOn(const VerifiedPassage &verified)
{
    return {.word = wordOf(verified.state),
            .tone = toneOf(verified.state),
            .quote = verdictRuns(verified.passage.quote, verified.words, verified.differences),
            .reason = verified.reason.isEmpty() ? explanation(verified.state) : verified.reason,
            .source = citation(verified.passage)};
}

QString sentenceOn(const std::vector<VerifiedPassage> &passages)
{
    const VerificationSummary summary = summaryOf(passages);
    const int total = int(passages.size());
    if (summary.identical == total)
        return total == 1 ? VerifyDialog::tr("The one passage is identical to its source.")
                          : VerifyDialog::tr("All %1 passages are identical to their sources.").arg(total);
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0)
            parts += words.arg(count);
    };
    add(summary.identical, VerifyDialog::tr("%1 identical"));
    add(summary.unchangedText, VerifyDialog::tr("%1 with the same words in a file that changed elsewhere"));
    add(summary.moved, VerifyDialog::tr("%1 moved"));
    add(summary.changed, VerifyDialog::tr("%1 changed"));
    add(summary.missing, VerifyDialog::tr("%1 without a source"));
    const QString counts = parts.join(VerifyDialog::tr(", "));
    return total == 1 ? VerifyDialog::tr("1 passage: %1.").arg(counts)
                      : VerifyDialog::tr("%1 passages: %2.").arg(total).arg(counts);
}

} // namespace

VerifyDialog::VerifyDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Verify an export"), parent)
    , m_area(new FileDropArea(
          theme,
          tr("Drop a file here that Lectern has exported: Markdown, HTML, JSON, CSV, a Readium annotation "
             "set, "
             "a REFI-QDA project or an evidence pack. Its sources are read again, and each passage is held "
             "against them. Nothing is changed."),
          tr("Verify an export"),
          tr("Exports that can be verified (*.md *.html *.json *.csv *.annotation *.qdpx *.zip);;All files "
             "(*)")))
    , m_summary(new TextLabel(theme, QString(), 14, QFont::DemiBold))
    , m_error(new TextLabel(theme, QString(), 13, QFont::Medium, TextTone::Danger))
    , m_list(new VerdictList(theme))
    , m_limits(new TextLabel(theme, verificationLimits(), 13, QFont::Normal, TextTone::Ink2))
    , m_status(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
{
    setAcceptDrops(true);
    for (TextLabel *label : {m_summary, m_error, m_limits, m_status})
        label->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_error->setObjectName(QStringLiteral("error"));
    m_status->setObjectName(QStringLiteral("status"));
    m_list->setAccessibleName(tr("Passages of the export"));
    m_list->setToolTip(tr("Enter or a click goes to the article."));
    body()->addWidget(m_error);
    body()->addWidget(m_area, 1);
    body()->addWidget(m_summary);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_limits);

    m_another = new TextButton(theme, ButtonKind::Plain, tr("Another file…"), this);
    m_another->setIconName(QStringLiteral("folder-open"));
    addBesideButtons(m_another);
    addBesideButtons(m_status);
    m_copy = addButton(ButtonKind::Plain, tr("Copy report"));
    m_copy->setIconName(QStringLiteral("copy"));
    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    connect(m_area, &FileDropArea::fileChosen, this, &VerifyDialog::begin);
    connect(m_another, &TextButton::clicked, m_area, &FileDropArea::choose);
    connect(m_copy, &TextButton::clicked, this, &VerifyDialog::copy);
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    connect(m_list, &VerdictList::chosen, this,
            [this](int row) { Q_EMIT passageChosen(m_passages[size_t(row)]); });
    resize(760, 620);
    m_error->hide();
    showResults(false);
    m_area->setFocus();
}

void VerifyDialog::showResults(bool areThere)
{
    m_area->setVisible(!areThere);
    m_list->setVisible(areThere);
    m_summary->setVisible(areThere);
    m_another->setVisible(areThere);
    m_copy->setVisible(areThere);
}

void VerifyDialog::begin(const QString &path)
{
    m_path = path;
    m_passages.clear();
    m_list->setVerdicts({});
    m_error->hide();
    showResults(true);
    m_copy->setEnabled(false);
    m_summary->setText(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    say({});
    Q_EMIT fileChosen(path);
}

void VerifyDialog::setProgress(int done, int total)
{
    say(tr("%1 of %2 passages").arg(done).arg(total));
}

void VerifyDialog::setResult(std::vector<VerifiedPassage> passages)
{
    showResults(true);
    m_passages = std::move(passages);
    const auto rank = [](const VerifiedPassage &passage) { return -int(passage.state); };
    std::stable_sort(m_passages.begin(), m_passages.end(),
                     [&](const VerifiedPassage &a, const VerifiedPassage &b) { return rank(a) < rank(b); });
    std::vector<Verdict> verdicts;
    for (const VerifiedPassage &passage : m_passages)
        verdicts.push_back(verdictOn(passage));
    m_list->setVerdicts(std::move(verdicts));
    m_summary->setText(m_passages.empty() ? tr("The export holds no passages.") : sentenceOn(m_passages));
    m_copy->setEnabled(true);
    say({});
    m_list->setFocus();
}

void VerifyDialog::setFailure(const Error &error)
{
    showResults(false);
    m_error->setText(error.toString());
    m_error->show();
    say({});
    m_area->setFocus();
}

void VerifyDialog::say(const QString &message)
{
    m_status->setText(message);
}

QString VerifyDialog::text() const
{
    QStringList blocks{m_path};
    for (int row = 0; row < m_list->count(); ++row)
        blocks += m_list->verdict(row).text();
    blocks += m_summary->text();
    blocks += verificationLimits();
    return blocks.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

void VerifyDialog::copy()
{
    QGuiApplication::clipboard()->setText(text());
    say(tr("Copied."));
}

void VerifyDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!FileDropArea::fileOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void VerifyDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    begin(FileDropArea::fileOf(*event->mimeData()));
}

} // namespace Lectern
