#include "dialogs/backupspanel.h"

#include "dialogs/choicelist.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QLocale>
#include <QVBoxLayout>

namespace Lectern {

namespace {

QString passagesIn(int count)
{
    return count == 1 ? BackupsPanel::tr("1 passage")
                      : BackupsPanel::tr("%1 passages").arg(QLocale().toString(count));
}

QString dateOf(const PassageBackup &backup)
{
    const QLocale locale;
    return BackupsPanel::tr("%1, %2").arg(locale.toString(backup.made.date(), QLocale::LongFormat),
                                          locale.toString(backup.made.time(), QLocale::ShortFormat));
}

} // namespace

BackupsPanel::BackupsPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_error(new TextLabel(theme, QString(), 13, QFont::Medium, TextTone::Danger))
    , m_list(new ChoiceList(theme))
    , m_none(new TextLabel(theme, tr("There is no backup yet."), 14, QFont::Normal, TextTone::Ink3))
    , m_status(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
    , m_asked(new TextLabel(theme, QString(), 13, QFont::Medium))
    , m_backUp(new TextButton(theme, ButtonKind::Plain, tr("Back up now")))
    , m_restore(new TextButton(theme, ButtonKind::Plain, tr("Restore…")))
    , m_cancel(new TextButton(theme, ButtonKind::Plain, tr("Leave as it is")))
    , m_buttons(newButtons())
    , m_question(newQuestion())
{
    auto *purpose = new TextLabel(
        theme,
        tr("One is made before the first change of each day. Those of the last seven days are kept, one of "
           "each "
           "of the four weeks before, and the last three that were made by hand or before a restore."),
        13, QFont::Normal, TextTone::Ink2);
    purpose->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("backupError"));
    m_list->setAccessibleName(tr("Backups of the passages"));
    m_list->setMinimumHeight(4 * 36);
    m_none->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(new TextLabel(theme, tr("Backups"), 15, QFont::DemiBold));
    column->addWidget(purpose);
    column->addWidget(m_error);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    column->addWidget(m_buttons);
    column->addWidget(m_question);
    connect(m_list, &ChoiceList::itemActivated, this, &BackupsPanel::ask);
    connect(m_list, &ChoiceList::currentRowChanged, this,
            [this](int row) { m_restore->setEnabled(row >= 0); });
    setFocusProxy(m_list);
    m_error->hide();
    m_question->hide();
    setBackups({}, 0);
}

QWidget *BackupsPanel::newButtons()
{
    auto *buttons = new QWidget;
    m_status->setWordWrap(true);
    m_status->setObjectName(QStringLiteral("backupStatus"));
    m_restore->setIconName(QStringLiteral("undo"));
    for (TextButton *button : {m_backUp, m_restore})
        button->setAutoDefault(false);
    connect(m_backUp, &TextButton::clicked, this, [this] {
        m_backUp->setEnabled(false);
        say(tr("Backing up…"));
        Q_EMIT backUpRequested();
    });
    connect(m_restore, &TextButton::clicked, this, &BackupsPanel::ask);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_status, 1);
    row->addWidget(m_backUp);
    row->addWidget(m_restore);
    return buttons;
}

QWidget *BackupsPanel::newQuestion()
{
    auto *question = new QWidget;
    m_asked->setWordWrap(true);
    m_asked->setObjectName(QStringLiteral("backupQuestion"));
    auto *restore = new TextButton(m_theme, ButtonKind::Plain, tr("Restore this backup"));
    restore->setIconName(QStringLiteral("undo"));
    connect(m_cancel, &TextButton::clicked, this, [this] { answer(false); });
    connect(restore, &TextButton::clicked, this, [this] { answer(true); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(restore);
    auto *column = new QVBoxLayout(question);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addWidget(m_asked);
    column->addLayout(row);
    return question;
}

void BackupsPanel::setBackups(std::vector<PassageBackup> backups, int kept)
{
    if (m_question->isVisibleTo(this))
        answer(false); // what was asked about may be gone
    const int row = m_list->currentRow();
    m_backups = std::move(backups);
    m_kept = kept;
    m_list->clear();
    for (const PassageBackup &backup : m_backups)
        m_list->addChoice(backup.path, dateOf(backup),
                          tr("%1, %2").arg(passagesIn(backup.passages),
                                           QLocale().formattedDataSize(backup.bytes, 1,
                                                                       QLocale::DataSizeTraditionalFormat)));
    m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    m_list->setVisible(!m_backups.empty());
    m_none->setVisible(m_backups.empty());
    m_restore->setEnabled(!m_backups.empty());
    m_backUp->setEnabled(true);
}

void BackupsPanel::ask()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const PassageBackup &backup = m_backups[size_t(row)];
    m_asked->setText(
        tr("Restore the %1 of %2? They take the place of the %3 that are kept now, with collections and "
           "names of colours. What is kept now is backed up first and can be restored in turn.")
            .arg(passagesIn(backup.passages), dateOf(backup), passagesIn(m_kept)));
    m_list->setEnabled(false);
    m_buttons->hide();
    m_question->show();
    m_cancel->setFocus();
}

void BackupsPanel::answer(bool restore)
{
    m_list->setEnabled(true);
    m_question->hide();
    m_buttons->show();
    m_list->setFocus();
    if (restore && m_list->currentRow() >= 0)
        Q_EMIT restoreRequested(m_backups[size_t(m_list->currentRow())]);
}

void BackupsPanel::say(const QString &message)
{
    m_status->setText(message);
}

void BackupsPanel::complain(const QString &message)
{
    m_error->setText(message);
    m_error->setVisible(!message.isEmpty());
    if (!message.isEmpty())
        say({});
}

} // namespace Lectern
