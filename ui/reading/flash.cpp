#include "reading/flash.h"

#include "page/motion.h"

namespace Lectern {

namespace {

constexpr int holdMs = 400;

} // namespace

Flash::Flash(QObject *parent)
    : QObject(parent)
{
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdMs);
    m_fade.setStartValue(1.0);
    m_fade.setEndValue(0.0);
    m_fade.setDuration(Motion::fadeMs);
    connect(&m_hold, &QTimer::timeout, &m_fade, [this] { m_fade.start(); });
    connect(&m_fade, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &v) { setStrength(v.toReal()); });
}

void Flash::start()
{
    m_fade.stop();
    if (Motion::isReduced())
        return;
    setStrength(1);
    m_hold.start();
}

void Flash::stop()
{
    m_hold.stop();
    m_fade.stop();
    setStrength(0);
}

void Flash::setStrength(qreal strength)
{
    m_strength = strength;
    Q_EMIT changed();
}

} // namespace Lectern
