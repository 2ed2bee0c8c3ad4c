#include "list/emptystate.h"

#include "style/fonts.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Lectern {

namespace {

constexpr int sideMargin = 32;
constexpr int gap = 16;

} // namespace

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new QLabel(this))
    , m_button(new TextButton(theme, ButtonKind::Plain, {}, this))
{
    m_sentence->setFont(Fonts::ui(15));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideMargin, 0, sideMargin, 0);
    layout->setSpacing(gap);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::activated);
    connect(&theme, &Theme::changed, this, &EmptyState::takeColours);
    takeColours();
}

void EmptyState::setWords(const QString &sentence, const QString &button)
{
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

bool EmptyState::hasWords() const
{
    return !m_sentence->text().isEmpty();
}

void EmptyState::takeColours()
{
    QPalette words = m_sentence->palette();
    words.setColor(QPalette::WindowText, m_theme.tokens().ink2);
    m_sentence->setPalette(words);
}

} // namespace Lectern
