#include "dialogs/printeddialog.h"

#include "dialogs/printeddelegate.h"
#include "style/fonts.h"
#include "style/textlabel.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QListView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int pauseMs = 250;
constexpr int sentenceHeight = 84;

} // namespace

PrintedDialog::PrintedDialog(const Theme &theme, QWidget *parent)
    : Dialog(theme, tr("Who printed this?"), parent)
    , m_model(new PrintedModel(this))
    , m_sentence(new QPlainTextEdit)
    , m_summary(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
    , m_view(new QListView)
{
    m_sentence->setPlaceholderText(tr("Paste a sentence"));
    m_sentence->setAccessibleName(tr("Sentence to look for"));
    m_sentence->setFont(Fonts::ui(14));
    m_sentence->setFixedHeight(sentenceHeight);
    m_sentence->setTabChangesFocus(true);
    m_sentence->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_summary->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PrintedDelegate(theme, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->setAccessibleName(tr("Articles that have it"));
    body()->addWidget(m_sentence);
    body()->addWidget(m_summary);
    body()->addWidget(m_view, 1);
    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PrintedDialog::ask);
    connect(m_sentence, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_view, &QAbstractItemView::clicked, this, &PrintedDialog::open);
    connect(m_view, &QAbstractItemView::activated, this, &PrintedDialog::open);
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    resize(640, 620);
    ask();
    m_sentence->setFocus();
}

QString PrintedDialog::sentence() const
{
    return m_sentence->toPlainText().trimmed();
}

void PrintedDialog::setSentence(const QString &sentence)
{
    m_sentence->setPlainText(sentence);
    ask();
}

void PrintedDialog::ask()
{
    m_pause.stop();
    if (sentence().isEmpty()) {
        m_model->setResults({});
        m_summary->setText(tr("Every article that has it is listed here, word for word or not."));
        return;
    }
    Q_EMIT asked(sentence());
}

void PrintedDialog::setResults(const QString &sentence, const std::vector<PrintedIn> &results)
{
    if (sentence != this->sentence())
        return;
    m_model->setResults(results);
    if (results.empty())
        m_summary->setText(tr("No article has it, or a piece of four words or more."));
    else
        m_summary->setText(
            results.size() == 1
                ? tr("1 article has it")
                : tr("%1 articles have it").arg(QLocale().toString(qlonglong(results.size()))));
    m_view->scrollToTop();
}

void PrintedDialog::open(const QModelIndex &index)
{
    const PrintedIn &result = m_model->result(index.row());
    Q_EMIT articleRequested(result.article, result.printing.range);
}

void PrintedDialog::resizeEvent(QResizeEvent *event)
{
    Dialog::resizeEvent(event);
    m_view->doItemsLayout(); // the words break elsewhere
}

} // namespace Lectern
