#include "dialogs/welcomepage.h"

#include "style/fonts.h"
#include "style/textbutton.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int iconSide = 72;

} // namespace

WelcomePage::WelcomePage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *icon = new QLabel;
    icon->setPixmap(
        QIcon(QStringLiteral(":/icons/lectern.svg")).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    auto *title = new TextLabel(theme, tr("Lectern"), 35);
    title->setFont(Fonts::text(35));
    auto *sentence =
        new TextLabel(theme, tr("Open a folder of saved articles to read it, search it, and keep its words."),
                      15, QFont::Normal, TextTone::Ink2);
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);

    auto *folder = new TextButton(theme, ButtonKind::Primary, tr("Open folder…"));
    folder->setIconName(QStringLiteral("folder-open"));
    auto *files = new TextButton(theme, ButtonKind::Plain, tr("Open files…"));
    files->setIconName(QStringLiteral("file"));
    for (TextButton *button : {folder, files})
        button->setMetrics(40, 10);
    auto *sample = new TextButton(theme, ButtonKind::Quiet, tr("Try the sample library"));
    connect(folder, &TextButton::clicked, this, &WelcomePage::openFolderRequested);
    connect(files, &TextButton::clicked, this, &WelcomePage::openFilesRequested);
    connect(sample, &TextButton::clicked, this, &WelcomePage::sampleRequested);
    setFocusProxy(folder);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(folder);
    buttons->addWidget(files);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(sentence);
    column->addSpacing(24);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(sample, 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addWidget(
        new TextLabel(theme, tr("or drop files and folders anywhere"), 13, QFont::Normal, TextTone::Ink3), 0,
        Qt::AlignHCenter);
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().paper);
}

} // namespace Lectern
