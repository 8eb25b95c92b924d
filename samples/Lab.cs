// The lab: from a folder of songs to a new song, one thing at a time.
//
//     dotnet run -c Release samples/Lab.cs -- FOLDER        without FOLDER it takes the practice tunes in samples/songs
//
// It follows the second part of the first lab of MIT 6.S191 (2018), Music Generation with RNNs, in that lab's order.
#:project ../src/Tunesmith/Tunesmith.csproj

using System.Globalization;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "songs");
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder \"{folder}\"; name one with MIDI files, or none for the practice tunes.");
    return 2;
}

const string Generated = "generated";
Directory.CreateDirectory(Generated);
Recipe recipe = Recipe.Lab with { Seed = 1 };
MelodyEncoding encoding = recipe.Definition.FindEncoding();
int window = recipe.Definition.Window;

// ------------------------------------------------------------------------------------------------------------------------------------
// A song is heard as one melody on a grid of sixteenths: at each step the highest note that sounds, or a rest. Notes that nobody would
// sing, below C1 or above F7, are passed over, which leaves 78 pitches. As the network sees it, a melody is a matrix of a row a step and
// a column a pitch, with a single 1 in each row (one-hot) and none where the melody rests. Songs under 128 steps are too short to be cut
// into windows with something left over, and are discarded.
Heading("The data set");
SongCorpus corpus = SongCorpus.Load(folder, new CorpusOptions { Encoding = encoding, MinSteps = recipe.MinSteps });
int discarded = corpus.Files.Count - corpus.Songs.Count;
Console.WriteLine($"{corpus.Files.Count} songs processed, {discarded} songs discarded, {corpus.Songs.Count} total songs to learn from");
if (corpus.Songs.Count == 0)
{
    Console.Error.WriteLine($"Nothing to learn from: name a folder with songs of at least {recipe.MinSteps} sixteenths.");
    return 1;
}

IReadOnlyList<TokenSequence> songs = corpus.Sequences();
Console.WriteLine($"The first, {corpus.Songs[0].Name}, is a matrix of shape ({songs[0].Length}, {recipe.Definition.OutcomeCount}).");
Console.WriteLine($"Its first bar: {Names(songs[0].Tokens[..16])}");

// ------------------------------------------------------------------------------------------------------------------------------------
// To predict what comes next, the network is shown a window of 64 steps, four bars of 4/4, and asked for the step after it. A batch is
// 256 such windows, each from a song picked at random and from a place in it picked at random; hardly any two batches are the same.
Heading("Windows and batches");
Console.WriteLine($"A window ends with {Names(songs[0].Tokens[(window - 4)..window])}; "
    + $"its label is {encoding.TokenName(songs[0].Tokens[window])}.");
Console.WriteLine($"A batch is {recipe.Batch} windows: shape ({recipe.Batch}, {window}, {recipe.Definition.OutcomeCount}).");

// ------------------------------------------------------------------------------------------------------------------------------------
// An LSTM reads the window a step at a time. It carries a state along, and gates that it learns decide what of the state to keep, what to
// add and what to show. After the last step a linear layer turns the state of 128 numbers into 78, one a pitch, and the softmax turns
// these into probabilities: positive, and 1 together.
Heading("The model");
Console.WriteLine($"LSTM({recipe.Definition.Hidden[0]}), linear layer, softmax over {recipe.Definition.OutcomeCount} pitches: "
    + $"{recipe.Definition.CreateShape().ParameterCount:N0} weights");

// ------------------------------------------------------------------------------------------------------------------------------------
// The loss is the cross-entropy: minus the logarithm of the probability that the network gave to the right pitch, averaged over the
// batch. A network that knows nothing and gives all 78 the same loses ln 78 = 4.36 nats. The accuracy is the share of windows at which
// its likeliest pitch was right. Beware of it: most steps go on with the note of the step before, and who says just that is often right.
Heading("Loss and accuracy");
double repeats = songs.Sum(song => (1 - MovesOf(song.Tokens)) * (song.Length - 1)) / songs.Sum(song => song.Length - 1);
Console.WriteLine($"Repeating the previous step is right {repeats:P1} of the time in these songs.");

// ------------------------------------------------------------------------------------------------------------------------------------
// At every step of the training the gradient says in which direction each weight lowers the loss of the batch, and Adam, with a learning
// rate of 0.001, goes a little that way. The loss should fall and the accuracy rise, with some noise: each batch is a new one.
Heading("Training");
TrainingResult training = Trainer.Train(recipe, songs, new TrainingOptions { DataFingerprint = corpus.Fingerprint() }, new ProgressBar());
training.Model.Save(Path.Combine(Generated, "lab.safetensors"));
Console.WriteLine($"{recipe.Steps} steps in {training.Elapsed.TotalSeconds:0.0} s; the model is {Generated}/lab.safetensors.");

// ------------------------------------------------------------------------------------------------------------------------------------
// Now the network plays. It hears the first window of a song, the primer, and says how likely each pitch is to come next. One is drawn by
// these odds, not simply the likeliest, which would soon go round in circles. The drawn pitch joins the song, the last 64 steps are the
// next window, and so on for 500 steps.
Heading("Music generation");
const int LabsSong = 41; // of the lab's songs this is How Deep Is Your Love
int chosen = corpus.Songs.Count > LabsSong ? LabsSong : Composer.ChooseSong(corpus.Songs.Count, recipe.Seed);
Melody baseSong = corpus.Melodies[chosen];
Console.WriteLine($"Starting from song {chosen}, {corpus.Songs[chosen].Name}.");
Composition composition = Compose(training.Model);

// The distributions show what the network thinks. Within a note it is nearly sure; where a note may end, several pitches have a chance.
foreach (int step in new[] { 0, 1, 2, 3, 100, 250, 499 })
{
    Plot(step, composition);
}

composition.Save(Path.Combine(Generated, "gen_song_0.mid"));
encoding.Write(baseSong).Save(Path.Combine(Generated, "base_song_0.mid"));
Console.WriteLine($"The song is {Generated}/gen_song_0.mid, its primer in front; the song it starts from is {Generated}/base_song_0.mid.");

// ------------------------------------------------------------------------------------------------------------------------------------
// What did the training do for it? The same network with the weights it was born with plays notes without a thought of each other.
Heading("What if we didn't train?");
TrainingResult untrained = Trainer.Train(recipe with { Steps = 0 }, songs);
Composition noise = Compose(untrained.Model);
noise.Save(Path.Combine(Generated, "untrained_song_0.mid"));
Console.WriteLine($"The trained network changes its note at {Moves(composition):P0} of the steps, the untrained one at {Moves(noise):P0},");
Console.WriteLine($"and the song it starts from at {MovesOf(songs[chosen].Tokens):P0}. Listen to {Generated}/untrained_song_0.mid.");

// ------------------------------------------------------------------------------------------------------------------------------------
// Music that one can always foresee is dull, and music that one never can is tiresome; the lab says to aim for an accuracy of 75 to 90 %.
// Read it beside the share that repeating reaches, above: what counts is what the network knows of the steps at which the melody moves.
Heading("What to try next");
Console.WriteLine("Change the recipe at the top of this program. Larger networks and longer trainings know more, up to learning by heart:");
Console.WriteLine("    Recipe.Lab with { Definition = Recipe.Lab.Definition with { Hidden = [256] }, Batch = 128, Steps = 2000 }");
Console.WriteLine("Other seeds play other songs. A window may be longer, a learning rate 0.0001 to 0.1. And try your own songs.");
return 0;

Composition Compose(MelodyModel model)
{
    Composer composer = new(model);
    CompositionOptions options = new() { Steps = 500, Seed = recipe.Seed, Context = ComposingContext.Window, KeepProbabilities = true };
    return composer.Compose(composer.PrimerOf(baseSong), options);
}

void Plot(int step, Composition song)
{
    IReadOnlyList<float> odds = song.Probabilities[step];
    Console.WriteLine($"step {step}, drawn {encoding.TokenName(song.Tokens[song.PrimerSteps + step])}:");
    foreach (int token in Enumerable.Range(0, odds.Count).OrderByDescending(token => odds[token]).Take(4))
    {
        Console.WriteLine($"{encoding.TokenName(token),5} {odds[token],7:P1} {new string('#', (int)(50 * odds[token]))}");
    }
}

string Names(ReadOnlySpan<int> tokens) => string.Join(' ', tokens.ToArray().Select(encoding.TokenName));

static double Moves(Composition song) => MovesOf(song.Tokens[song.PrimerSteps..]);

static double MovesOf(ReadOnlySpan<int> tokens)
{
    int moves = 0;
    for (int step = 1; step < tokens.Length; step++)
    {
        moves += tokens[step] != tokens[step - 1] ? 1 : 0;
    }

    return (double)moves / (tokens.Length - 1);
}

static void Heading(string text) => Console.WriteLine($"\n== {text} ==\n");

/// <summary>A bar that fills, with loss and accuracy beside it: a line at steps 0, 1 and every 10.</summary>
internal sealed class ProgressBar : IProgress<TrainingProgress>
{
    private const int Width = 30;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (value.Score is { } score)
        {
            string bar = new string('#', Width * (value.Step + 1) / value.Steps).PadRight(Width, '-');
            Console.WriteLine($"[{bar}] step {value.Step,3}/{value.Steps}  loss {score.Loss:0.0000}  accuracy {score.Accuracy:0.000}");
        }
    }
}
