package intake

// The weights of the logistic scores. A line is taken for text of the report
// when its weighted sum is above 0, for a comment likewise.
//
// lineWeights are what TestFit prints: fitted on half the sites of the open
// article-extraction-benchmark of Scrapinghub. commentWeights are the mean of
// what TestFit prints, from the readers' comments on those pages, and of an
// earlier fit on other pages; headlineWeights are of that earlier fit.

var lineWeights = []float64{0.07509, -0.4023, 0.3417, 0.7238, 0.9652, -0.04383, -0.9185, 0.01928, 2.034, 0.7332, 0.6764, -3.592, 0.8137, 0.3268, 0.4016, -0.01229, -0.6619, 0.4301, 0.2728, -0.5241, -3.14, -1.623, -1.317, -0.859, -2.644, -1.46, -1.322, -3.07, -1.948, 0.1773, 0.983, 0.8374, -2.996, -1.715, -3.124, -3.893, -1.309, -0.7157, 0.3891, 0.6295, -0.3103, -1.884, 0.6609, 0.3886, 0.03542, 1.011, -0.3566, -0.4124, 0.314, 1.576, 2.209, 0.1768, -3.092, 1.042, -1.031, -0.05171, -0.6907}

const lineBias = -0.99383

var commentWeights = []float64{0.5538, 1.503, -2.141, 0.3675, 1.621, 0.5572, 0.9895, -0.508, 0.9683, 1.053, -0.1182, 0.6442, 0.6398, -0.01584, -0.4826, 0.5866, -0.3296, 0.09147, -0.1461, 1.522}

const commentBias = -0.8236

var headlineWeights = []float64{4.3002, -0.46814, 3.7458, -1.5098, -1.9737, -3.3871, -0.73906, 1.1639, -8.39, -0.11199, -2.8774, -1.6977, 2.8882, -0.91844, -0.38277, -0.69317, -1.1494, -0.68806, -3.4574, -0.73957, 0.14134, -1.7221, 0.84133, 0.66175, -3.1179, -2.4359, -1.5082}

const headlineBias = 1.7259
