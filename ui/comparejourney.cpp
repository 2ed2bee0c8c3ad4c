#include "comparejourney.h"

#include "compare/comparepane.h"
#include "dialogs/messagebar.h"
#include "keepjourney.h"
#include "library/comparisonreport.h"
#include "library/library.h"
#include "mainactions.h"
#include "mainviews.h"
#include "markediting.h"
#include "reading/readingpane.h"
#include "searchjourney.h"
#include "style/fonts.h"

#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QTextDocument>

#include <algorithm>

namespace Lectern {

CompareJourney::CompareJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
    , m_pane(new ComparePane(rooms.theme, window))
{
    rooms.views.add({viewName(), rooms.actions.compareView, m_pane, m_pane->messagePlace(), {m_pane}});
    connect(&rooms.views, &MainViews::shown, this, [this](const QString &name) {
        if (name == viewName())
            begin();
    });
    connect(&m_session, &ComparisonSession::compared, m_pane, &ComparePane::setComparison);
    connect(&rooms.library, &Library::corpusChanged, this, [this] {
        // Another account may have come; those that are read or were chosen are not taken away.
        if (m_rooms.views.current() == viewName() && m_pane->columnCount() < 2 && !m_areGiven)
            begin();
    });
    connect(m_pane, &ComparePane::leaveRequested, this,
            [this] { m_rooms.views.show(QStringLiteral("read")); });
    connect(m_pane, &ComparePane::articleRequested, this, [this](const ArticlePtr &article, TextRange at) {
        m_rooms.views.show(QStringLiteral("read"));
        m_rooms.search.show(article, at);
    });
    connect(m_pane, &ComparePane::keepRequested, this, &CompareJourney::keep);
    connect(m_pane, &ComparePane::saveRequested, this, &CompareJourney::save);
    connect(m_pane, &ComparePane::printRequested, this, &CompareJourney::print);
}

void CompareJourney::setReadingStyle(const ReadingStyle &style)
{
    m_pane->setReadingStyle(style);
}

void CompareJourney::compare(const std::vector<ArticlePtr> &articles)
{
    m_article = m_rooms.reader.article();
    m_corpus = m_rooms.library.corpus();
    m_isGiven = m_areGiven = true;
    m_rooms.views.show(viewName());
    m_isGiven = false;
    m_pane->setFocus();
    m_pane->setWaiting();
    m_session.compare(articles);
}

void CompareJourney::begin()
{
    if (m_isGiven)
        return;
    const ArticlePtr article = m_rooms.reader.article();
    m_pane->setFocus();
    if (!article) {
        m_pane->setComparison(nullptr);
        return;
    }
    if (article == m_article && m_corpus == m_rooms.library.corpus() && m_pane->comparison())
        return;
    m_article = article;
    m_corpus = m_rooms.library.corpus();
    m_areGiven = false;
    m_pane->setWaiting();
    if (const std::vector<ArticlePtr> chosen = m_chosen ? m_chosen(article) : std::vector<ArticlePtr>();
        !chosen.empty())
        m_session.compare(chosen);
    else
        m_session.findAccounts(m_corpus, article);
}

void CompareJourney::keep(int passage)
{
    MarkEditing &editing = m_rooms.keep.editing();
    const Comparison &comparison = *m_pane->comparison();
    if (!editing.canKeep())
        return;
    std::vector<Passage> passages;
    const std::vector<TextRange> &places = comparison.passages[size_t(passage)].places;
    for (size_t account = 0; account < places.size(); ++account)
        if (!places[account].isEmpty())
            passages.push_back(Passage::cut(*comparison.accounts[account].article, places[account]));
    // What is kept already is not kept twice.
    std::erase_if(passages, [this](const Passage &each) {
        const PassageSequence &kept = m_history->store().passages();
        return std::any_of(kept.begin(), kept.end(), [&](const Passage &other) {
            return other.article == each.article && other.range == each.range;
        });
    });
    if (passages.empty()) {
        say(MessageKind::Info, tr("Passage %1 is kept from all accounts already.").arg(passage + 1));
        return;
    }
    const Result<std::vector<Passage>> kept = m_history->add(std::move(passages));
    if (!editing.done(kept ? Result<void>() : Result<void>(kept.error())))
        return;
    m_rooms.keep.refresh();
    m_rooms.messages.post(
        MessageKind::Info,
        tr("Passage %1 is kept from %n account(s).", nullptr, int(kept->size())).arg(passage + 1));
}

void CompareJourney::say(MessageKind kind, const QString &sentence)
{
    m_rooms.messages.withdraw(m_said);
    m_said = m_rooms.messages.post(kind, sentence);
}

void CompareJourney::save()
{
    const QString html = tr("Web page (*.html)");
    const QString markdown = tr("Markdown (*.md)");
    const QString json = tr("JSON (*.json)");
    auto *dialog = new QFileDialog(m_window, tr("Export Comparison"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({html, markdown, json});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(tr("comparison"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [=](const QString &filter) {
        dialog->setDefaultSuffix(filter == json       ? QStringLiteral("json")
                                 : filter == markdown ? QStringLiteral("md")
                                                      : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, comparison = m_pane->comparison()](const QString &path) { saveAs(*comparison, path); });
    dialog->open();
}

void CompareJourney::saveAs(const Comparison &comparison, const QString &path)
{
    const QByteArray bytes =
        path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? comparisonJson(comparison)
        : path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ? comparisonMarkdown(comparison).toUtf8()
                                                                   : comparisonHtml(comparison).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        say(MessageKind::Error,
            tr("%1 cannot be written: %2. Choose another folder, or make room on the disk.")
                .arg(path, file.errorString()));
        return;
    }
    say(MessageKind::Info, tr("The comparison is saved in %1.").arg(path));
}

void CompareJourney::print()
{
    QTextDocument document;
    QFont font = Fonts::text(15);
    font.setPointSizeF(10); // pixels would come out tiny on paper
    document.setDefaultFont(font);
    document.setHtml(comparisonHtml(*m_pane->comparison()));
    QPrinter printer(QPrinter::HighResolution);
    QPrintPreviewDialog preview(&printer, m_window);
    preview.setWindowTitle(tr("Print Comparison"));
    preview.resize(900, 700);
    connect(&preview, &QPrintPreviewDialog::paintRequested, &document,
            [&document](QPrinter *device) { document.print(device); });
    preview.exec();
}

} // namespace Lectern
