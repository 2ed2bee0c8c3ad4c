#include "dialogs/highlightsdialog.h"

#include "dialogs/filedroparea.h"
#include "dialogs/verdictlist.h"
#include "export/citation.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace Lectern {

namespace {

using Outcome = PlannedPassage::Outcome;

QString wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Anchored:
        return HighlightsDialog::tr("Found");
    case Outcome::Changed:
        return HighlightsDialog::tr("Changed");
    case Outcome::Orphan:
        return HighlightsDialog::tr("No article");
    case Outcome::Refused:
        return HighlightsDialog::tr("Refused");
    }
    return {};
}

Verdict::Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Anchored:
        return Verdict::Tone::Good;
    case Outcome::Refused:
        return Verdict::Tone::Bad;
    case Outcome::Changed:
    case Outcome::Orphan:
        break;
    }
    return Verdict::Tone::Neutral;
}

Verdict verdictOn(const PlannedPassage &planned)
{
    Verdict verdict{.word = wordOf(planned.outcome),
                    .tone = toneOf(planned.outcome),
                    .quote = {},
                    .reason = planned.reason,
                    .source = {}};
    if (planned.isKnown && planned.outcome != Outcome::Refused)
        verdict.word = HighlightsDialog::tr("%1, kept already").arg(verdict.word);
    if (planned.outcome == Outcome::Refused) {
        verdict.source = HighlightsDialog::tr("Entry %1 of the file").arg(planned.number);
        return verdict;
    }
    verdict.quote = {{planned.passage.shownQuote(), VerdictRun::Kind::Same}};
    verdict.source = citation(planned.passage);
    if (planned.outcome == Outcome::Orphan)
        verdict.reason += QLatin1Char(' ') + HighlightsDialog::tr("It is kept with its own words.");
    else if (planned.outcome == Outcome::Changed)
        verdict.reason +=
            QLatin1Char(' ') + HighlightsDialog::tr("It is kept, and waits for your yes or no.");
    return verdict;
}

QString programOf(const QString &format)
{
    if (format == QLatin1String("readwise"))
        return HighlightsDialog::tr("Highlights of Readwise");
    if (format == QLatin1String("kindle"))
        return HighlightsDialog::tr("Clippings of a Kindle");
    if (format == QLatin1String("hypothesis"))
        return HighlightsDialog::tr("Annotations of Hypothesis");
    if (format == QLatin1String("readium"))
        return HighlightsDialog::tr("A Readium annotation set");
    return HighlightsDialog::tr("An export of Lectern");
}

QString sentenceOn(const HighlightPlan &plan)
{
    QStringList parts;
    const auto add = [&](Outcome outcome, const QString &words) {
        if (const int count = plan.count(outcome); count > 0)
            parts += words.arg(count);
    };
    add(Outcome::Anchored, HighlightsDialog::tr("%1 found in their articles"));
    add(Outcome::Changed, HighlightsDialog::tr("%1 in an article that has changed"));
    add(Outcome::Orphan, HighlightsDialog::tr("%1 without an article"));
    add(Outcome::Refused, HighlightsDialog::tr("%1 refused"));
    if (parts.isEmpty())
        return HighlightsDialog::tr("%1. There is nothing in it.").arg(programOf(plan.format));
    return HighlightsDialog::tr("%1: %2.").arg(programOf(plan.format),
                                               parts.join(HighlightsDialog::tr(", ")));
}

} // namespace

HighlightsDialog::HighlightsDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Import highlights"), parent)
    , m_area(new FileDropArea(
          theme,
          tr("Drop a file with highlights here: a Readwise CSV, “My Clippings.txt” of a Kindle, the JSON of "
             "Hypothesis, a Readium annotation set, or an export of Lectern. What it would come to is shown "
             "before anything is kept."),
          tr("Import highlights"),
          tr("Files with highlights (*.csv *.txt *.json *.annotation *.md *.html *.qdpx);;All files (*)")))
    , m_summary(new TextLabel(theme, QString(), 14, QFont::DemiBold))
    , m_error(new TextLabel(theme, QString(), 13, QFont::Medium, TextTone::Danger))
    , m_list(new VerdictList(theme))
    , m_question(new QWidget)
    , m_asked(new TextLabel(theme, QString(), 13, QFont::Medium))
    , m_known(new SegmentedControl(theme))
    , m_status(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
{
    setAcceptDrops(true);
    for (TextLabel *label : {m_summary, m_error, m_asked, m_status})
        label->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_error->setObjectName(QStringLiteral("error"));
    m_status->setObjectName(QStringLiteral("status"));
    m_list->setAccessibleName(tr("Highlights of the file"));
    m_known->setSegments({tr("Leave as they are"), tr("Overwrite")});
    m_known->setCurrent(0);
    m_known->setAccessibleName(tr("Passages that are kept already"));
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins({});
    question->setSpacing(12);
    question->addWidget(m_asked, 1);
    question->addWidget(m_known);
    body()->addWidget(m_error);
    body()->addWidget(m_area, 1);
    body()->addWidget(m_summary);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_question);

    m_another = new TextButton(theme, ButtonKind::Plain, tr("Another file…"), this);
    m_another->setIconName(QStringLiteral("folder-open"));
    addBesideButtons(m_another);
    addBesideButtons(m_status);
    m_close = addButton(ButtonKind::Plain, tr("Close"));
    m_import = addButton(ButtonKind::Primary, tr("Import"));
    m_import->setIconName(QStringLiteral("download"));
    connect(m_area, &FileDropArea::fileChosen, this, &HighlightsDialog::begin);
    connect(m_another, &TextButton::clicked, m_area, &FileDropArea::choose);
    connect(m_close, &TextButton::clicked, this, &QDialog::reject);
    connect(m_import, &TextButton::clicked, this, [this] { Q_EMIT importRequested(known()); });
    connect(m_known, &SegmentedControl::picked, this, &HighlightsDialog::updateImport);
    connect(m_list, &VerdictList::chosen, this, [this](int row) {
        const PlannedPassage &one = m_plan.passages[m_rows[size_t(row)]];
        if (m_state == State::Done && one.outcome != Outcome::Refused)
            Q_EMIT passageChosen(one.passage.id);
    });
    resize(760, 620);
    enter(State::Empty);
    m_area->setFocus();
}

void HighlightsDialog::enter(State state)
{
    m_state = state;
    const bool isEmpty = state == State::Empty;
    m_area->setVisible(isEmpty);
    m_summary->setVisible(!isEmpty);
    m_list->setVisible(!isEmpty);
    m_another->setVisible(!isEmpty);
    m_question->setVisible(state == State::Planned && m_plan.known() > 0);
    m_import->setVisible(state == State::Reading || state == State::Planned);
    m_import->setEnabled(false);
    m_status->setText({});
    if (!isEmpty)
        m_error->hide();
}

void HighlightsDialog::begin(const QString &path)
{
    m_plan = {};
    m_list->setVerdicts({});
    enter(State::Reading);
    m_summary->setText(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    Q_EMIT fileChosen(path);
}

void HighlightsDialog::setProgress(int done, int total)
{
    m_status->setText(tr("%1 of %2 highlights").arg(done).arg(total));
}

void HighlightsDialog::setPlan(HighlightPlan plan)
{
    m_plan = std::move(plan);
    m_rows.resize(m_plan.passages.size());
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = i;
    // What needs a look comes first.
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](size_t a, size_t b) {
        return m_plan.passages[a].outcome > m_plan.passages[b].outcome;
    });
    std::vector<Verdict> verdicts;
    for (const size_t index : m_rows)
        verdicts.push_back(verdictOn(m_plan.passages[index]));
    m_list->setVerdicts(std::move(verdicts));
    m_summary->setText(sentenceOn(m_plan));
    const int known = m_plan.known();
    m_asked->setText(
        known == 1
            ? tr("1 of them is kept already. Overwriting takes its note, tags and words from the file.")
            : tr("%1 of them are kept already. Overwriting takes their notes, tags and words from the file.")
                  .arg(known));
    m_known->setCurrent(0);
    enter(State::Planned);
    updateImport();
    (m_import->isEnabled() ? static_cast<QWidget *>(m_import) : m_list)->setFocus();
}

KnownPassages HighlightsDialog::known() const
{
    return m_known->current() == 1 ? KnownPassages::Overwrite : KnownPassages::Keep;
}

void HighlightsDialog::updateImport()
{
    const int taken = int(m_plan.passages.size()) - m_plan.count(Outcome::Refused);
    const int count = known() == KnownPassages::Overwrite ? taken : taken - m_plan.known();
    m_import->setEnabled(count > 0);
    m_import->setText(count == 1 ? tr("Import 1 passage") : tr("Import %1 passages").arg(count));
    m_import->updateGeometry();
}

void HighlightsDialog::setFailure(const Error &error)
{
    enter(m_plan.passages.empty() ? State::Empty : State::Planned);
    m_error->setText(error.toString());
    m_error->show();
    if (m_state == State::Planned)
        updateImport();
    else
        m_area->setFocus();
}

void HighlightsDialog::setDone(const ImportedPassages &done)
{
    enter(State::Done);
    QStringList sentences{done.added == 1 ? tr("1 passage was imported.")
                                          : tr("%1 passages were imported.").arg(done.added)};
    if (done.overwritten > 0)
        sentences += done.overwritten == 1 ? tr("1 was overwritten.")
                                           : tr("%1 were overwritten.").arg(done.overwritten);
    if (done.kept > 0)
        sentences += done.kept == 1 ? tr("1 was kept already and stays as it was.")
                                    : tr("%1 were kept already and stay as they were.").arg(done.kept);
    if (const int refused = m_plan.count(Outcome::Refused); refused > 0)
        sentences += refused == 1 ? tr("1 was refused.") : tr("%1 were refused.").arg(refused);
    sentences += tr("Undo takes all of it back.");
    m_summary->setText(sentences.join(QLatin1Char(' ')));
    m_list->setToolTip(tr("Enter or a click goes to the passage."));
    m_list->setFocus();
}

void HighlightsDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!FileDropArea::fileOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void HighlightsDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    begin(FileDropArea::fileOf(*event->mimeData()));
}

} // namespace Lectern
