#include "settings/familychoice.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QSignalBlocker>

namespace Lectern {

namespace {

constexpr int ownFamilies = 6; ///< that are shown in their own face and stand apart from the rest
constexpr int sampleSize = 15;

} // namespace

FamilyChoice::FamilyChoice(const Theme &theme, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setFont(Fonts::ui(13));
    setMaxVisibleItems(14);
    const QStringList families = Fonts::readingFamilies();
    const QString first = families.value(0);
    addItem(first, QString());
    setItemData(0, Fonts::text(sampleSize, first), Qt::FontRole);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT familyChosen(family()); });
    connect(&theme, &Theme::changed, this, &FamilyChoice::applyTheme);
    applyTheme();
}

void FamilyChoice::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    QPalette colours = palette();
    colours.setColor(QPalette::Base, t.card);
    colours.setColor(QPalette::Text, t.ink);
    colours.setColor(QPalette::Highlight, t.tint);
    colours.setColor(QPalette::HighlightedText, t.tintInk);
    view()->setPalette(colours);
    update();
}

/// Every family of the machine is listed, but not before somebody looks or goes through them by keys.
void FamilyChoice::fill()
{
    if (std::exchange(m_isFilled, true))
        return;
    const QString chosen = family();
    const QSignalBlocker quiet(this);
    const QStringList families = Fonts::readingFamilies();
    while (count() > 1)
        removeItem(count() - 1);
    for (int i = 1; i < families.size(); ++i) {
        if (i == ownFamilies)
            insertSeparator(count());
        addItem(families[i], families[i]);
        if (i < ownFamilies)
            setItemData(count() - 1, Fonts::text(sampleSize, families[i]), Qt::FontRole);
    }
    setFamily(chosen);
}

QString FamilyChoice::family() const
{
    return currentData().toString();
}

void FamilyChoice::setFamily(const QString &family)
{
    const QSignalBlocker quiet(this);
    const bool isFirst = family.isEmpty() || family == itemText(0);
    int index = isFirst ? 0 : findData(family);
    if (index < 0) {
        addItem(family, family);
        index = count() - 1;
    }
    setCurrentIndex(index);
    update();
}

void FamilyChoice::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void FamilyChoice::focusInEvent(QFocusEvent *event)
{
    fill();
    QComboBox::focusInEvent(event);
}

void FamilyChoice::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(underMouse() ? t.hover : t.card);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, hasFocus() ? 1.5 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    painter.setPen(t.ink);
    painter.setFont(Fonts::text(sampleSize, currentText()));
    const QRect words = rect().adjusted(12, 0, -30, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    Icons::paint(painter, QRectF(width() - 28, 0, 20, height()), QStringLiteral("chevron-down"), 16, t.ink2);
}

} // namespace Lectern
