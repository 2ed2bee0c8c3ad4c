#include "dialogs/filedroparea.h"

#include "style/icons.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <memory>

namespace Lectern {

namespace {

constexpr int iconSide = 32;

/// Begins where the last file came from.
FileDropArea::Chooser fileDialog(const QString &title, const QString &filter)
{
    const auto folder =
        std::make_shared<QString>(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return [title, filter, folder](QWidget *parent) {
        const QString path = QFileDialog::getOpenFileName(parent, title, *folder, filter);
        if (!path.isEmpty())
            *folder = QFileInfo(path).absolutePath();
        return path;
    };
}

} // namespace

FileDropArea::FileDropArea(const Theme &theme, const QString &words, const QString &title,
                           const QString &filter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chooser(fileDialog(title, filter))
    , m_icon(new QWidget(this))
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(48, 32, 48, 32);
    column->setSpacing(16);
    m_icon->setFixedHeight(iconSide);
    auto *label = new TextLabel(theme, words, 14, QFont::Normal, TextTone::Ink2);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    auto *button = new TextButton(theme, ButtonKind::Plain, tr("Choose a file…"));
    button->setIconName(QStringLiteral("folder-open"));
    button->setAutoDefault(true);
    connect(button, &TextButton::clicked, this, &FileDropArea::choose);
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addWidget(label);
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(1);
    setFocusProxy(button);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FileDropArea::choose()
{
    const QString path = m_chooser(window());
    if (!path.isEmpty())
        Q_EMIT fileChosen(path);
}

QString FileDropArea::fileOf(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    return QFileInfo(path).isFile() ? path : QString();
}

void FileDropArea::setOver(bool over)
{
    m_isOver = over;
    update();
}

void FileDropArea::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_isOver ? t.accent : t.ink3, m_isOver ? 2 : 1.25);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(m_isOver ? t.tint : t.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 12, 12);
    Icons::paint(painter, m_icon->geometry(), QStringLiteral("file"), iconSide,
                 m_isOver ? t.tintInk : t.ink3);
}

void FileDropArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileOf(*event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setOver(true);
}

void FileDropArea::dragLeaveEvent(QDragLeaveEvent *)
{
    setOver(false);
}

void FileDropArea::dropEvent(QDropEvent *event)
{
    setOver(false);
    event->acceptProposedAction();
    Q_EMIT fileChosen(fileOf(*event->mimeData()));
}

} // namespace Lectern
