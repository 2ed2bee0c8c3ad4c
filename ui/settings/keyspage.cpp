#include "settings/keyspage.h"

#include "settings/keylist.h"
#include "style/textbutton.h"
#include "style/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Lectern {

KeysPage::KeysPage(const Theme &theme,
                   std::function<QString(const QString &id, const QKeySequence &keys)> takenBy,
                   QWidget *parent)
    : QWidget(parent)
    , m_takenBy(std::move(takenBy))
    , m_list(new KeyList(theme, this))
    , m_question(new TextLabel(theme, {}, 13, QFont::Normal, TextTone::Ink2, this))
    , m_change(new TextButton(theme, ButtonKind::Plain, tr("Change…"), this))
    , m_remove(new TextButton(theme, ButtonKind::Quiet, tr("Remove"), this))
    , m_reset(new TextButton(theme, ButtonKind::Quiet, tr("Reset"), this))
    , m_resetAll(new TextButton(theme, ButtonKind::Quiet, tr("Reset All"), this))
    , m_takeOver(new TextButton(theme, ButtonKind::Primary, tr("Use Here"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(m_list, 1);
    m_question->setWordWrap(true);
    m_question->setMinimumHeight(2 * m_question->fontMetrics().height());
    auto *asked = new QHBoxLayout;
    asked->addWidget(m_question, 1);
    asked->addWidget(m_takeOver);
    column->addLayout(asked);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (TextButton *button : {m_change, m_remove, m_reset})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_resetAll);
    column->addLayout(buttons);
    for (TextButton *button : {m_change, m_remove, m_reset, m_resetAll, m_takeOver})
        button->setAutoDefault(false);

    connect(m_list, &KeyList::keysPressed, this, &KeysPage::takeKeys);
    connect(m_list, &KeyList::removalRequested, this,
            [this](const QString &id) { Q_EMIT keysChosen(id, {}); });
    connect(m_list, &KeyList::stateChanged, this, [this] {
        m_askedFor.clear();
        updateButtons();
    });
    connect(m_change, &QAbstractButton::clicked, m_list, &KeyList::waitForKeys);
    connect(m_remove, &QAbstractButton::clicked, this,
            [this] { Q_EMIT keysChosen(m_list->currentId(), {}); });
    connect(m_reset, &QAbstractButton::clicked, this, [this] { Q_EMIT resetRequested(m_list->currentId()); });
    connect(m_resetAll, &QAbstractButton::clicked, this, &KeysPage::resetAllRequested);
    connect(m_takeOver, &QAbstractButton::clicked, this, [this] {
        const QString id = std::exchange(m_askedFor, {});
        Q_EMIT keysChosen(id, m_askedKeys);
        m_list->setFocus();
        updateButtons();
    });
    updateButtons();
}

void KeysPage::setRows(std::vector<KeyRow> rows)
{
    m_list->rows()->setRows(std::move(rows));
    updateButtons();
}

bool KeysPage::setFilter(const QString &filter)
{
    m_list->rows()->setFilter(filter);
    return m_list->rows()->rowCount() > 0;
}

void KeysPage::takeKeys(const QString &id, const QKeySequence &keys)
{
    const QString taken = m_takenBy(id, keys);
    if (taken.isEmpty()) {
        Q_EMIT keysChosen(id, keys);
        return;
    }
    m_askedFor = id;
    m_askedKeys = keys;
    m_question->setText(
        tr("%1 belongs to “%2”, which would lose it.").arg(keys.toString(QKeySequence::NativeText), taken));
    updateButtons();
    m_takeOver->setFocus();
}

void KeysPage::updateButtons()
{
    const int row = m_list->currentIndex().row();
    const bool hasRow = row >= 0 && row < m_list->rows()->rowCount();
    m_change->setEnabled(hasRow);
    m_remove->setEnabled(hasRow && !m_list->rows()->row(row).keys.isEmpty());
    m_reset->setEnabled(hasRow && !m_list->rows()->row(row).isStandard);
    m_takeOver->setVisible(!m_askedFor.isEmpty());
    if (m_askedFor.isEmpty())
        m_question->setText(
            tr("Enter changes the keys of a row, Del takes them away. Rows in strong letters are "
               "not as they came."));
}

} // namespace Lectern
