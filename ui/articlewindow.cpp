#include "articlewindow.h"

#include "style/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

ArticleWindow::ArticleWindow(const Theme &theme, ArticlePtr article, ReadingPlace place, QWidget *mainWindow)
    : QWidget(mainWindow, Qt::Window)
    , m_theme(theme)
    , m_reader(new ReadingPane(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 — Lectern").arg(article->title()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_reader);
    m_reader->setPillShown(false);
    m_reader->setArticle(std::move(article), place);
    setFocusProxy(m_reader);
    connect(m_reader, &ReadingPane::findWanted, this,
            [this](const QString &text, const FindOptions &options) {
                m_find.ask(m_reader->article(), text, options);
            });
    connect(&m_find, &FindSession::answered, m_reader,
            [this](const ArticlePtr &, const FoundInText &found) { m_reader->setFound(found); });
    connect(m_reader, &ReadingPane::copyRequested, this, [this](TextRange range) {
        QApplication::clipboard()->setText(m_reader->article()->text().mid(range.start, range.length()));
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    addKeys();
    resize(760, 860);
}

void ArticleWindow::addKeys()
{
    const auto add = [this](const QList<QKeySequence> &keys, auto &&deed) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
    };
    add({QKeySequence::Find, QKeySequence(Qt::Key_Slash)}, [this] { m_reader->openFind(); });
    add({QKeySequence(Qt::Key_F3)}, [this] { m_reader->stepFound(+1); });
    add({QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { m_reader->stepFound(-1); });
    add({QKeySequence(tr("Ctrl+W"))}, [this] { close(); });
    add({QKeySequence::SelectAll}, [this] {
        m_reader->setSelection({0, m_reader->article()->text().size()});
    });
}

void ArticleWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closed(m_reader->place());
    QWidget::closeEvent(event);
}

void ArticleWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().paper);
}

} // namespace Lectern
