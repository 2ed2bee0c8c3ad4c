#include "style/taglist.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QStyledItemDelegate>

namespace Lectern {

namespace {

enum Role { CountRole = Qt::UserRole, IsNewRole, TagRole };

constexpr int textLeft = 34;
constexpr int textRight = 12;
constexpr int signLeft = 8;
constexpr int signSide = 20;
constexpr int sideMargin = 6;

class TagDelegate final : public QStyledItemDelegate
{
public:
    TagDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, TagList::rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect.adjusted(sideMargin, 1, -sideMargin, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isCurrent ? t.tint : t.hover);
            painter->drawRoundedRect(row, 6, 6);
        }
        const QColor ink = isCurrent ? t.tintInk : t.ink;
        if (const QString sign = signOf(index); !sign.isEmpty())
            Icons::paint(*painter, QRect(row.left() + signLeft, row.top(), signSide, row.height()), sign, 16,
                         isCurrent ? t.tintInk : t.accent);
        const int count = index.data(CountRole).toInt();
        const QString number = count > 0 ? QLocale().toString(count) : QString();
        painter->setFont(Fonts::ui(12));
        const int numberWidth = number.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(number) + 12;
        const QRect words = row.adjusted(textLeft, 0, -textRight, 0);
        painter->setPen(isCurrent ? t.tintInk : t.ink3);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, number);
        painter->setFont(Fonts::ui(13, index.data(IsNewRole).toBool() ? QFont::Medium : QFont::Normal));
        painter->setPen(ink);
        const QRect room = words.adjusted(0, 0, -numberWidth, 0);
        painter->drawText(
            room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    static QString signOf(const QModelIndex &index)
    {
        if (index.data(IsNewRole).toBool())
            return QStringLiteral("plus");
        switch (index.data(Qt::CheckStateRole).toInt()) {
        case Qt::Checked:
            return QStringLiteral("check");
        case Qt::PartiallyChecked:
            return QStringLiteral("minus");
        default:
            return {};
        }
    }

    const Theme &m_theme;
};

} // namespace

TagList::TagList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new TagDelegate(theme, this));
    setModel(&m_model);
    setAccessibleName(tr("Tags"));
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT tagClicked(index.row()); });
    connect(&theme, &Theme::changed, this, &TagList::applyColours);
    applyColours();
}

void TagList::applyColours()
{
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, m_theme.tokens().card);
    setPalette(colours);
}

void TagList::setRows(const std::vector<TagChoice> &tags, const QString &newTag)
{
    m_model.clear();
    for (const TagChoice &choice : tags) {
        auto *item = new QStandardItem(choice.tag);
        item->setData(choice.count, CountRole);
        item->setData(choice.tag, TagRole);
        item->setData(choice.state, Qt::CheckStateRole);
        const QString state = choice.state == Qt::Checked            ? tr("set")
                              : choice.state == Qt::PartiallyChecked ? tr("set on some")
                                                                     : tr("not set");
        item->setData(tr("%1, %2, %n passage(s)", nullptr, choice.count).arg(choice.tag, state),
                      Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
    if (!newTag.isEmpty()) {
        auto *item = new QStandardItem(tr("New tag “%1”").arg(newTag));
        item->setData(true, IsNewRole);
        item->setData(newTag, TagRole);
        m_model.appendRow(item);
    }
    setCurrentRow(0);
    updateGeometry();
}

void TagList::setCurrentRow(int row)
{
    if (rowCount() > 0)
        setCurrentIndex(m_model.index(qBound(0, row, rowCount() - 1), 0));
}

QString TagList::tagAt(int row) const
{
    return m_model.index(row, 0).data(TagRole).toString();
}

bool TagList::isNewTag(int row) const
{
    return m_model.index(row, 0).data(IsNewRole).toBool();
}

QSize TagList::sizeHint() const
{
    return {220, rowHeight * qBound(1, rowCount(), mostRows)};
}

} // namespace Lectern
