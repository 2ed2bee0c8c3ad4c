#include "dialogs/speakerdialog.h"

#include "dialogs/choicelist.h"
#include "style/fonts.h"
#include "style/textlabel.h"
#include "text/folding.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int mostShown = 100; ///< names; whoever wants others types more letters
constexpr int dialogWidth = 440;
constexpr int listHeight = 196;

} // namespace

SpeakerDialog::SpeakerDialog(const Theme &theme, const Question &question, QWidget *parent)
    : Dialog(theme, question.heading, parent)
    , m_names(question.names)
    , m_field(new QLineEdit(this))
    , m_list(new ChoiceList(theme, this))
{
    auto *purpose = new TextLabel(theme, question.purpose, 13, QFont::Normal, TextTone::Ink2);
    purpose->setWordWrap(true);
    body()->addWidget(purpose);
    m_field->setFont(Fonts::ui(14));
    m_field->setFixedHeight(36);
    m_field->setMaxLength(200);
    m_field->setPlaceholderText(tr("Name"));
    m_field->setAccessibleName(tr("Name"));
    m_field->installEventFilter(this);
    body()->addWidget(m_field);
    m_list->setAccessibleName(tr("Known names"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(listHeight);
    body()->addWidget(m_list);

    TextButton *cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_accept = addButton(ButtonKind::Primary, question.button);
    m_accept->setDefault(true);
    connect(cancel, &TextButton::clicked, this, &QDialog::reject);
    connect(m_accept, &TextButton::clicked, this, &QDialog::accept);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_accept->setEnabled(!name().isEmpty());
        if (!m_isStepping)
            showMatches();
    });
    connect(m_list, &QListWidget::itemClicked, this, [this] { step(0); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    m_accept->setEnabled(false);
    showMatches();
    setFixedWidth(dialogWidth);
    m_field->setFocus();
}

QString SpeakerDialog::name() const
{
    return m_field->text().simplified();
}

void SpeakerDialog::showMatches()
{
    const QString typed = fold(name());
    m_list->clear();
    for (const QString &each : m_names)
        if (m_list->count() < mostShown && fold(each).contains(typed))
            m_list->addChoice(each, each, {});
    m_list->setCurrentRow(-1);
}

void SpeakerDialog::step(int by)
{
    if (m_list->count() == 0)
        return;
    m_list->setCurrentRow(qBound(0, m_list->currentRow() + by, m_list->count() - 1));
    m_isStepping = true;
    m_field->setText(m_list->choice());
    m_isStepping = false;
    m_field->setFocus();
}

bool SpeakerDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace Lectern
