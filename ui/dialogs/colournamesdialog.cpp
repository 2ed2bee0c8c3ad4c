#include "dialogs/colournamesdialog.h"

#include "style/fonts.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int longestName = 40;
constexpr int dotSide = 16;

/// A dot in a colour of marks.
class ColourDot final : public QWidget
{
public:
    ColourDot(const Theme &theme, MarkColour colour, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_colour(colour)
    {
        setFixedSize(dotSide, dotSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().markEdgeOf(m_colour));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    const Theme &m_theme;
    MarkColour m_colour;
};

} // namespace

ColourNamesDialog::ColourNamesDialog(const Theme &theme, const Names &names, QWidget *parent)
    : Dialog(theme, tr("Names of the Colours"), parent)
{
    auto *purpose = new TextLabel(theme,
                                  tr("What do you mark in which colour? These names stand wherever a colour "
                                     "is chosen."),
                                  13, QFont::Normal, TextTone::Ink2);
    purpose->setWordWrap(true);
    body()->addWidget(purpose);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (int i = 0; i < markColourCount; ++i) {
        const MarkColour colour = MarkColour(i);
        auto *field = new QLineEdit(names[size_t(i)], this);
        field->setMaxLength(longestName);
        field->setFont(Fonts::ui(13));
        field->setPlaceholderText(theme.standardColourName(colour));
        field->setAccessibleName(tr("Name of %1").arg(theme.standardColourName(colour)));
        grid->addWidget(new ColourDot(theme, colour, this), i, 0);
        grid->addWidget(field, i, 1);
        m_fields[size_t(i)] = field;
    }
    body()->addLayout(grid);
    body()->addStretch();

    TextButton *cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    TextButton *keep = addButton(ButtonKind::Primary, tr("Keep the Names"));
    keep->setDefault(true);
    connect(cancel, &TextButton::clicked, this, &QDialog::reject);
    connect(keep, &TextButton::clicked, this, &QDialog::accept);
    setFixedWidth(400);
}

ColourNamesDialog::Names ColourNamesDialog::names() const
{
    Names names;
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = m_fields[i]->text().trimmed();
    return names;
}

} // namespace Lectern
