using Tunesmith.Audio.Instruments;
using Tunesmith.Audio.Timbres;
using Tunesmith.Audio.Timelines;

namespace Tunesmith.Audio.Voices;

/// <summary>
/// The voices that sound. There are at most <see cref="Most"/>; where a note finds none free, the one that will be missed least is cut
/// off: one that is leaving already, else one the pedal holds, else the oldest.
/// </summary>
internal sealed class VoicePool(double sampleRate, int bits)
{
    /// <summary>The most voices, but for those that are being cut off.</summary>
    public const int Most = 96;

    /// <summary>How long it takes to cut off a voice, in seconds.</summary>
    private const double CutSeconds = 0.006;

    /// <summary>How long a drum takes to be choked by another, in seconds.</summary>
    private const double ChokeSeconds = 0.025;

    /// <summary>How long a string that the pedal holds takes to fade by 60 dB when it is struck anew, in seconds.</summary>
    private const double RestrikeSeconds = 0.35;

    private readonly List<Voice> _voices = [];
    private readonly Stack<Voice> _free = [];

    /// <summary>How many voices sound.</summary>
    public int Count => _voices.Count;

    /// <summary>Begins a note.</summary>
    public void Press(in SoundEvent press, ChannelState channel)
    {
        Timbre timbre = channel.IsDrums
            ? DrumKit.Play(press.First, press.Second)
            : Orchestra.Play(new Strike(channel.Program, press.First, press.Second));
        MakeWay(press, timbre);
        Voice voice = _free.TryPop(out Voice? free) ? free : new Voice();
        voice.Start(press, timbre, channel, sampleRate);
        _voices.Add(voice);
    }

    /// <summary>Ends a note.</summary>
    public void Release(int note)
    {
        foreach (Voice voice in _voices)
        {
            if (voice.Note == note)
            {
                voice.KeyUp();
                return;
            }
        }
    }

    /// <summary>The pedal of a channel goes up.</summary>
    public void PedalUp(int channel) => ForChannel(channel, voice => voice.PedalUp());

    /// <summary>Lets go all keys of a channel; a pedal that is down holds them.</summary>
    public void ReleaseAll(int channel) => ForChannel(channel, voice => voice.KeyUp());

    /// <summary>Cuts off all voices of a channel.</summary>
    public void CutAll(int channel) => ForChannel(channel, voice => voice.Cut(CutSeconds));

    /// <summary>Whether any voice of a channel sounds.</summary>
    public bool IsSounding(int channel)
    {
        foreach (Voice voice in _voices)
        {
            if (voice.Channel == channel)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts off everything within a time.</summary>
    public void CutEverything(double seconds) => _voices.ForEach(voice => voice.Cut(seconds));

    /// <summary>Adds the next samples of all voices to the bus.</summary>
    public void Render(Bus bus, int length)
    {
        int kept = 0;
        for (int index = 0; index < _voices.Count; index++)
        {
            Voice voice = _voices[index];
            voice.Render(bus, length, bits);
            if (voice.IsOn)
            {
                _voices[kept++] = voice;
            }
            else
            {
                _free.Push(voice);
            }
        }

        _voices.RemoveRange(kept, _voices.Count - kept);
    }

    private void MakeWay(in SoundEvent press, Timbre timbre)
    {
        int sounding = 0;
        foreach (Voice voice in _voices)
        {
            bool isSameKey = voice.Channel == press.Channel && voice.Key == press.First;
            if (timbre.ChokeGroup > 0 && voice.Channel == press.Channel && voice.Timbre.ChokeGroup == timbre.ChokeGroup)
            {
                voice.Cut(ChokeSeconds);
            }
            else if (isSameKey && voice.IsPedalled)
            {
                voice.Release(RestrikeSeconds);
            }

            sounding += voice.IsCut ? 0 : 1;
        }

        if (sounding >= Most)
        {
            int victim = Victim();
            if (_voices[victim].Begun == press.Frame || _voices.Count >= 2 * Most)
            {
                _free.Push(_voices[victim]); // it has not been heard yet, or there are too many to be gentle
                _voices.RemoveAt(victim);
            }
            else
            {
                _voices[victim].Cut(CutSeconds);
            }
        }
    }

    private int Victim()
    {
        int victim = 0;
        int worst = -1;
        for (int index = 0; index < _voices.Count; index++)
        {
            Voice voice = _voices[index];
            int use = voice.IsCut ? -2 : voice.IsLeaving ? 3 : voice.IsPedalled ? 2 : voice.Timbre.RingsOn ? 1 : 0;
            if (use > worst) // voices are in the order in which they began
            {
                (victim, worst) = (index, use);
            }
        }

        return victim;
    }

    private void ForChannel(int channel, Action<Voice> action)
    {
        foreach (Voice voice in _voices)
        {
            if (voice.Channel == channel)
            {
                action(voice);
            }
        }
    }
}
