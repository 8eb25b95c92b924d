using System.Globalization;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Tests.Corpus;

/// <summary>Does what a reason of a corpus advises, as the command line would.</summary>
internal static class SuggestedOptions
{
    /// <summary>The options with what a suggestion changes in them.</summary>
    public static CorpusOptions Follow(string suggestion, CorpusOptions options)
    {
        if (suggestion == "leaving out --strict")
        {
            return options with { Strict = false };
        }

        string[] words = suggestion.Split(' ');
        string encoding = options.Encoding.Name;
        MelodyVoice? voice = options.Encoding.Voice;
        int grid = options.Encoding.StepsPerQuarter;
        for (int word = 0; word < words.Length; word += 2)
        {
            string value = words[word + 1];
            switch (words[word])
            {
                case "--encoding":
                    encoding = value;
                    break;
                case "--voice":
                    voice = MelodyVoice.Parse(value);
                    break;
                case "--grid":
                    grid = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--min-steps":
                    options = options with { MinSteps = int.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                case "--max-minutes":
                    options = options with { MaxMinutes = double.Parse(value, CultureInfo.InvariantCulture) };
                    break;
                default:
                    Assert.Fail($"There is no option {words[word]}.");
                    break;
            }
        }

        return options with { Encoding = Encodings.ByName(encoding, voice ?? MelodyVoice.Auto, grid) };
    }
}
