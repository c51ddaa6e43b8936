"""The areas of machine learning that a text's terms belong to."""

import re
from collections.abc import Mapping

from desktop.bank.importing.subject_words import LONGEST_SUBJECT

_TERMS: Mapping[str, str] = {
    "optimisation": r"gradient descent|\bsgd\b|\badam\b|learning rate|momentum|optimi[sz]er"
    r"|convex|newton|(?:vanishing|exploding) gradient|converge|optimi[sz]ation",
    "generative models": r"diffusion|\bgans?\b|adversarial network|\bvaes?\b|variational auto"
    r"|normali[sz]ing flow|flow matching|text[- ]to[- ]image|denois|score matching"
    r"|generative (?:model|adversarial)|image (?:generation|synthesis)",
    "representations": r"contrastive|self[- ]supervis|embedding|siamese|triplet loss|infonce"
    r"|metric learning|representation learning|auto-?encoder|word2vec|glove",
    "generalisation": r"regulari[sz]|over-?fit|under-?fit|bias[- ]variance|dropout|weight decay"
    r"|early stopping|\bl[12]\b|\bridge\b|lasso|generali[sz]|double descent|memori[sz]"
    r"|elastic net|sparsity|augmentation|learning curve",
    "linear models": r"(?:linear|logistic) (?:regression|model)|least squares|\bridge\b|lasso"
    r"|collinear|\bglms?\b|coefficient|regulari[sz]|\bl[12]\b",
    "evaluation": r"cross[- ]validation|precision|recall|\bf1\b|\bauc\b|\broc\b|calibrat"
    r"|confusion matrix|threshold|leakage|hold-?out|imbalance|smote|class weight|oversampl"
    r"|evaluation metric|minority class|\brmse\b|\bndcg\b",
    "language": r"summari[sz]|sentiment|named entit|\bner\b|translation|\bnlp\b|natural language"
    r"|tokeni|language model|\bllms?\b|\bbert\b|\bgpt|word2vec|perplexity|\brouge\b|\bbleu\b"
    r"|topic model|question answering|attention|transformer|\btext\b|decod|prompt"
    r"|fine-?tun|\blora\b|\brlhf\b|\bdpo\b|hallucinat|retrieval[- ]augmented|\brag\b",
    "LLM applications": r"retrieval[- ]augmented|\brag\b|prompt|\bagents?\b|tool (?:use|call)"
    r"|hallucinat|guardrail|chunk|vector (?:store|database|search)|fine-?tun|\blora\b|\brlhf\b"
    r"|\bdpo\b|\bllms?\b|rerank|semantic search",
    "network architectures": r"\bcnns?\b|convolution|\brnns?\b|\blstm|\bgrus?\b|recurrent"
    r"|residual|resnet|(?:batch|layer)[- ]?norm|activation function|\brelu|softmax"
    r"|neural net|graph neural|\bgnns?\b|transformer|attention|(?:vanishing|exploding) gradient"
    r"|backprop|initiali[sz]ation|pooling",
    "trees and ensembles": r"decision tree|random forest|boost|xgboost|lightgbm|bagging|ensemble"
    r"|\bgini\b|tree[- ]based|\btrees\b",
    "margins and neighbours": r"\bsvms?\b|support vector|\bkernels?\b|k-?nn\b|nearest neighbou?r"
    r"|naive bayes|perceptron|hinge loss|margin",
    "clusters and components": r"k-?means|cluster|dbscan|gaussian mixture|\bpca\b|component"
    r" analysis|t-?sne|umap|dimension(?:ality)? reduc|anomal|outlier|\bsvd\b|\bem\b algorithm",
    "vision": r"\bimages?\b|object detection|segmentation|computer vision|\byolo|pixel|\bocr\b"
    r"|video|\bcnns?\b|convolution|\bvit\b",
    "speech": r"speech|audio|\basr\b|voice",
    "recommendation": r"recommend|collaborative filtering|factori[sz]ation|\brank|click|\bctr\b"
    r"|\bfeeds?\b|cold[- ]start|two[- ]tower|personali[sz]|candidate generation|\bads?\b|auction"
    r"|\bsearch\b|\bndcg\b",
    "reinforcement": r"reinforcement|q-learning|policy|\bppo\b|bandit|reward|markov decision"
    r"|exploration",
    "experiments": r"a/?b[- ]test|experiment|randomi[sz]|p-?values?|significan|hypothesis|causal"
    r"|treatment|confound|uplift|sample ratio|statistical power|confidence interval"
    r"|difference-in|propensity|guardrail metric",
    "statistics": r"bayes|likelihood|posterior|\bprior\b|estimator|distribution|bootstrap"
    r"|hypothesis|p-?values?|confidence interval|sampling|probabilit|variance|expectation"
    r"|\bmle\b|central limit|entropy|divergence",
    "time series": r"time[- ]series|forecast|\barima\b|season|demand|autocorrelation"
    r"|lag features?",
    "features": r"feature (?:engineering|selection|scaling|cross|importance)|missing (?:data"
    r"|value)|imput|one-hot|encod|standardi[sz]|(?<!layer )(?<!batch )(?<!group )normali[sz]"
    r"|categorical|\bscaling\b",
    "production": r"deploy|serving|monitor|drift|latency|throughput|pipeline|feature store|retrain"
    r"|rollout|canary|inference|quanti[sz]|distill|mlops|docker|kubernetes|\bci/cd\b",
    "training at scale": r"distributed|parallelism|mixed precision|\bgpus?\b|sharding|checkpoint",
    "interpretation and fairness": r"fairness|interpretab|explainab|\bshap\b|\blime\b"
    r"|demographic|explain .{0,20}prediction"
    r"|non-technical|feature importance",
    "fraud and abuse": r"fraud|spam|abuse|moderation|anomal|imbalance",
    "privacy": r"privacy|federated|anonymi[sz]",
    "databases": r"\bsql\b|\b(?:inner|outer|left|sql) join|window function"
    r"|\bindex(?:es|ing)?\b|schema|quer(?:y|ies)"
    r"|transaction",
    "algorithms": r"linked list|binary (?:search|tree)|hash|dynamic programming|big-?o"
    r"|\bsort|graph traversal|\bheap\b|two pointers",
    "web and networks": r"\bhttp|\bapi\b|\btcp\b|\bdns\b|load balanc|caching|\bcdn\b|microservice"
    r"|javascript|\breact\b|\bcss\b|rate limit",
}
_PATTERNS = tuple((area, re.compile(terms)) for area, terms in _TERMS.items())
_OF_ANY_TASK = frozenset(
    {"features", "evaluation", "production", "experiments", "training at scale"}
    | {"interpretation and fairness", "trees and ensembles", "statistics"}
)
_TASK = re.compile(
    r"\b(?:design|build|predict|detect|develop|deploy|forecast|estimate|classif(?:y|ies)|recommend"
    r"|create|set up|platform|pipeline|launch|improve|debug|diagnose|drop(?:s|ped)?|investigate)\b"
)


def areas_of(text: str) -> frozenset[str]:
    """The areas whose terms stand in a text; none where it has no known term."""
    small = text[:LONGEST_SUBJECT].casefold()
    return frozenset(area for area, pattern in _PATTERNS if pattern.search(small))


def areas_at_home(text: str) -> frozenset[str]:
    """The areas that belong to what a text asks: its own, and those of any task if it sets one."""
    is_task = _TASK.search(text[:LONGEST_SUBJECT].casefold()) is not None
    return areas_of(text) | (_OF_ANY_TASK if is_task else frozenset())
