#include "quotations/speakerlist.h"

#include "style/fonts.h"
#include "style/theme.h"
#include "style/thinscrollbar.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <numeric>

namespace Lectern {

namespace {

constexpr int rowHeight = 32;

/// Paints the rows: names at the left, numbers at the right, the chosen one on tint.
class SpeakerDelegate final : public QStyledItemDelegate
{
public:
    SpeakerDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
            const bool hasRing = isChosen && option.state.testFlag(QStyle::State_HasFocus);
            painter->setPen(hasRing ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(isChosen ? t.tint : t.hover);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(8.75, 1.75, -8.75, -1.75), 8, 8);
        }
        const QRect words = option.rect.adjusted(20, 0, -20, 0);
        const QString number = QLocale().toString(index.data(SpeakerModel::CountRole).toInt());
        painter->setFont(Fonts::ui(12));
        painter->setPen(isChosen ? t.tintInk : t.ink3);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, number);
        const QFont font = Fonts::ui(13, QFont::Medium);
        const int room = words.width() - QFontMetrics(Fonts::ui(12)).horizontalAdvance(number) - 10;
        painter->setFont(font);
        painter->setPen(isChosen ? t.tintInk : t.ink);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

SpeakerModel::SpeakerModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int SpeakerModel::countOf(quint32 speaker) const
{
    const QuotedSpeaker &quoted = m_index->speakers()[speaker];
    return quoted.utterances - (m_hasGuesses ? 0 : quoted.guesses);
}

void SpeakerModel::show(const QuotationIndexPtr &index, bool withGuesses)
{
    beginResetModel();
    m_index = index;
    m_hasGuesses = withGuesses;
    m_speakers.clear();
    std::optional<quint32> unnamed;
    for (quint32 i = 0; i < index->speakers().size(); ++i) {
        if (countOf(i) == 0)
            continue;
        if (index->speakers()[i].name.isEmpty())
            unnamed = i;
        else
            m_speakers.push_back(i);
    }
    std::stable_sort(m_speakers.begin(), m_speakers.end(),
                     [this](quint32 a, quint32 b) { return countOf(a) > countOf(b); });
    if (unnamed)
        m_speakers.push_back(*unnamed);
    m_all = std::accumulate(m_speakers.begin(), m_speakers.end(), 0,
                            [this](int sum, quint32 speaker) { return sum + countOf(speaker); });
    endResetModel();
}

std::optional<QString> SpeakerModel::speaker(int row) const
{
    return row <= 0 || row >= rowCount()
               ? std::nullopt
               : std::optional(m_index->speakers()[m_speakers[size_t(row - 1)]].name);
}

int SpeakerModel::rowOf(const std::optional<QString> &wanted) const
{
    for (int row = 1; wanted && row < rowCount(); ++row)
        if (speaker(row) == wanted)
            return row;
    return 0;
}

int SpeakerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_speakers.size()) + 1;
}

QVariant SpeakerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const int count = row == 0 ? m_all : countOf(m_speakers[size_t(row - 1)]);
    const std::optional<QString> name = speaker(row);
    const QString shown = !name ? tr("All speakers") : name->isEmpty() ? tr("Not named") : *name;
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case CountRole:
        return count;
    case Qt::AccessibleTextRole:
        return count == 1 ? tr("%1, 1 quotation").arg(shown) : tr("%1, %2 quotations").arg(shown).arg(count);
    default:
        return {};
    }
}

SpeakerList::SpeakerList(const Theme &theme, QWidget *parent)
    : QListView(parent)
{
    setFrameShape(NoFrame);
    setAccessibleName(tr("Speakers"));
    setItemDelegate(new SpeakerDelegate(theme, this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new ThinScrollBar(theme, Qt::Vertical));
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false); // the room paints its ground
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setModel(&m_rows);
    showIndex(std::make_shared<const QuotationIndex>(), true);
}

void SpeakerList::showIndex(const QuotationIndexPtr &index, bool withGuesses)
{
    m_isFilling = true;
    const int scroll = verticalScrollBar()->value();
    m_rows.show(index, withGuesses);
    const int row = m_rows.rowOf(m_speaker);
    m_speaker = m_rows.speaker(row);
    setCurrentIndex(m_rows.index(row));
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(scroll);
    m_isFilling = false;
}

void SpeakerList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isFilling || !current.isValid())
        return;
    m_speaker = m_rows.speaker(current.row());
    Q_EMIT speakerChosen();
}

void SpeakerList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QListView::keyPressEvent(event);
}

} // namespace Lectern
