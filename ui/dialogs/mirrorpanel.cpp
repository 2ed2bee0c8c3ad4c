#include "dialogs/mirrorpanel.h"

#include "style/segmentedcontrol.h"
#include "style/textbutton.h"
#include "style/textlabel.h"

#include <QFileDialog>
#include <QLocale>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace Lectern {

namespace {

QString askForFolder(QWidget *parent, const QString &proposal)
{
    return QFileDialog::getExistingDirectory(parent, MirrorPanel::tr("Folder of the plain-text copy"),
                                             proposal);
}

QString stateOf(const MirrorSession &session)
{
    switch (session.state()) {
    case MirrorSession::State::Off:
        return MirrorPanel::tr("It is off. What was written before stays where it is.");
    case MirrorSession::State::Waiting:
        return MirrorPanel::tr("Writing…");
    case MirrorSession::State::UpToDate:
    case MirrorSession::State::Failed:
        break;
    }
    if (!session.written().isValid())
        return MirrorPanel::tr("Nothing could be written yet.");
    const QString time = QLocale().toString(session.written(), QLocale::ShortFormat);
    return session.state() == MirrorSession::State::UpToDate
               ? MirrorPanel::tr("Up to date, last written %1.").arg(time)
               : MirrorPanel::tr("Last written %1.").arg(time);
}

} // namespace

MirrorPanel::MirrorPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_chooser(askForFolder)
    , m_switch(new SegmentedControl(theme))
    , m_place(new TextLabel(theme, QString(), 14, QFont::Medium))
    , m_state(new TextLabel(theme, QString(), 13, QFont::Normal, TextTone::Ink2))
    , m_error(new TextLabel(theme, QString(), 13, QFont::Medium, TextTone::Danger))
    , m_choose(new TextButton(theme, ButtonKind::Plain, tr("Choose folder…")))
    , m_open(new TextButton(theme, ButtonKind::Plain, tr("Show")))
    , m_retry(new TextButton(theme, ButtonKind::Plain, tr("Try again")))
{
    auto *purpose = new TextLabel(theme,
                                  tr("A Markdown file for each article, in a folder of yours and kept up to "
                                     "date: so that your passages can be "
                                     "read without Lectern. Files that Lectern did not write are never "
                                     "touched, and one that you edit is set "
                                     "aside before it is written anew."),
                                  13, QFont::Normal, TextTone::Ink2);
    for (TextLabel *label : {purpose, m_state, m_error, m_place})
        label->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("mirrorState"));
    m_error->setObjectName(QStringLiteral("mirrorError"));
    m_switch->setSegments({tr("Off"), tr("On")});
    m_switch->setAccessibleName(tr("Plain-text copy"));
    m_choose->setIconName(QStringLiteral("folder"));
    m_open->setIconName(QStringLiteral("folder-open"));
    m_open->setToolTip(tr("Show the folder in the file manager"));
    m_retry->setIconName(QStringLiteral("refresh"));
    for (TextButton *button : {m_choose, m_open, m_retry})
        button->setAutoDefault(false);
    auto *heading = new QHBoxLayout;
    heading->addWidget(new TextLabel(theme, tr("Plain-text copy"), 15, QFont::DemiBold), 1);
    heading->addWidget(m_switch);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state, 1);
    row->addWidget(m_retry);
    row->addWidget(m_open);
    row->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10);
    column->addLayout(heading);
    column->addWidget(purpose);
    column->addWidget(m_place);
    column->addWidget(m_error);
    column->addLayout(row);
    connect(m_choose, &TextButton::clicked, this, &MirrorPanel::choose);
    connect(m_open, &TextButton::clicked, this, [this] { Q_EMIT showFolderRequested(m_folder); });
    connect(m_retry, &TextButton::clicked, this, &MirrorPanel::retryRequested);
    connect(m_switch, &SegmentedControl::picked, this, [this](int segment) {
        m_switch->setCurrent(m_folder.isEmpty() ? 0 : 1); // until it is done
        if (segment == 0)
            Q_EMIT folderPicked({});
        else if (m_folder.isEmpty() && !m_lastFolder.isEmpty())
            Q_EMIT folderPicked(m_lastFolder);
        else if (m_folder.isEmpty())
            choose();
    });
    setFocusProxy(m_switch);
}

void MirrorPanel::choose()
{
    QString proposal = m_folder.isEmpty() ? m_lastFolder : m_folder;
    if (proposal.isEmpty())
        proposal = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = m_chooser(window(), proposal);
    if (!folder.isEmpty())
        Q_EMIT folderPicked(folder);
}

void MirrorPanel::showSession(const MirrorSession &session)
{
    m_folder = session.folder();
    if (!m_folder.isEmpty())
        m_lastFolder = m_folder;
    const bool isOn = !m_folder.isEmpty();
    m_switch->setCurrent(isOn ? 1 : 0);
    m_place->setText(m_folder);
    m_place->setVisible(isOn);
    QString state = stateOf(session);
    if (!session.setAside().isEmpty())
        state +=
            QLatin1Char(' ') +
            tr("Edited files that were set aside: %1.").arg(session.setAside().join(QStringLiteral(", ")));
    m_state->setText(state);
    complain(session.state() == MirrorSession::State::Failed ? session.error().toString() : QString());
    m_retry->setVisible(session.state() == MirrorSession::State::Failed);
    m_open->setVisible(isOn);
}

void MirrorPanel::complain(const QString &message)
{
    m_error->setText(message);
    m_error->setVisible(!message.isEmpty());
}

} // namespace Lectern
