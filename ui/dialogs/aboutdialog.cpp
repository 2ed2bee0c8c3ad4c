#include "dialogs/aboutdialog.h"

#include "style/fonts.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int iconSide = 64;

} // namespace

AboutDialog::AboutDialog(const Theme &theme, const QString &walls, QWidget *parent)
    : Dialog(theme, tr("About Lectern"), parent)
{
    auto *icon = new QLabel;
    icon->setPixmap(
        QIcon(QStringLiteral(":/icons/lectern.svg")).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    auto *name = new TextLabel(theme, tr("Lectern %1").arg(QStringLiteral(LECTERN_VERSION)), 25);
    name->setFont(Fonts::text(25));
    auto *purpose = new TextLabel(
        theme, tr("Reads and searches folders of articles, and keeps what matters in their own words."), 14,
        QFont::Normal, TextTone::Ink2);
    purpose->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(name);
    words->addWidget(purpose);
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    body()->addLayout(top);

    const auto addFact = [&](const QString &title, const QString &text) {
        auto *fact = new QVBoxLayout;
        fact->setSpacing(2);
        fact->addWidget(new TextLabel(theme, title, 12, QFont::DemiBold, TextTone::Ink3));
        auto *label = new TextLabel(theme, text, 13, QFont::Normal, TextTone::Ink2);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        fact->addWidget(label);
        body()->addLayout(fact);
    };
    addFact(tr("Licence"),
            tr("GPL-3.0-or-later. You may use, study, share and change it; it comes without warranty."));
    addFact(tr("Built with"),
            tr("Qt %1, ICU, SQLite, gumbo, MD4C, uchardet, CLD2, Snowball, libseccomp. Set in Inter and "
               "Charis SIL.")
                .arg(QString::fromLatin1(qVersion())));
    addFact(tr("Walls around the reading of files"),
            walls.isEmpty() ? tr("No file has been read yet.") : walls);
    body()->addStretch();

    TextButton *close = addButton(ButtonKind::Primary, tr("Close"));
    close->setDefault(true);
    connect(close, &TextButton::clicked, this, &QDialog::accept);
    setFixedWidth(520);
}

} // namespace Lectern
